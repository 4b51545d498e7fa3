/* The databases, a function each for all of one and for keys. */
#ifndef GETENT_DATABASES_H
#define GETENT_DATABASES_H

#include "getent.h"

enum exit_code find_ahosts(struct request *request);
enum exit_code find_ahostsv4(struct request *request);
enum exit_code find_ahostsv6(struct request *request);
void enumerate_aliases(struct request *request);
enum exit_code find_aliases(struct request *request);
enum exit_code find_ethers(struct request *request);
void enumerate_group(struct request *request);
enum exit_code find_group(struct request *request);
void enumerate_gshadow(struct request *request);
enum exit_code find_gshadow(struct request *request);
void enumerate_hosts(struct request *request);
enum exit_code find_hosts(struct request *request);
enum exit_code find_initgroups(struct request *request);
enum exit_code find_netgroup(struct request *request);
void enumerate_networks(struct request *request);
enum exit_code find_networks(struct request *request);
void enumerate_passwd(struct request *request);
enum exit_code find_passwd(struct request *request);
void enumerate_protocols(struct request *request);
enum exit_code find_protocols(struct request *request);
void enumerate_rpc(struct request *request);
enum exit_code find_rpc(struct request *request);
void enumerate_services_database(struct request *request);
enum exit_code find_services_database(struct request *request);
void enumerate_shadow(struct request *request);
enum exit_code find_shadow(struct request *request);
void enumerate_shells(struct request *request);
enum exit_code find_shells(struct request *request);

#endif
