/*
 * <sys/queue.h>, which musl lacks: the lists and queues of queue(7), with the
 * macros that glibc's header has and no others, so that programs which add the
 * later ones themselves (TAILQ_FOREACH_SAFE and so on) do not define them twice.
 *
 *   SLIST     singly linked, one pointer as head
 *   LIST      doubly linked, one pointer as head
 *   STAILQ    singly linked, also appends; SIMPLEQ is the same under BSD's other name
 *   TAILQ     doubly linked, also appends and goes backwards
 *   CIRCLEQ   doubly linked, its ends point to the head
 */
#ifndef LWB_CDEFS_SYS_QUEUE_H
#define LWB_CDEFS_SYS_QUEUE_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

/* The guard of glibc and the BSDs: a program's own copy stays out, as there. */
#define _SYS_QUEUE_H_

/* SLIST */

#define SLIST_HEAD(name, type)                                                                     \
        struct name {                                                                              \
                struct type *slh_first;                                                            \
        }
#define SLIST_HEAD_INITIALIZER(head) {0}
#define SLIST_ENTRY(type)                                                                          \
        struct {                                                                                   \
                struct type *sle_next;                                                             \
        }
#define SLIST_FIRST(head) ((head)->slh_first)
#define SLIST_NEXT(elm, field) ((elm)->field.sle_next)
#define SLIST_EMPTY(head) (SLIST_FIRST(head) == 0)
#define SLIST_FOREACH(var, head, field)                                                            \
        for ((var) = SLIST_FIRST(head); (var); (var) = SLIST_NEXT(var, field))
#define SLIST_INIT(head)                                                                           \
        do {                                                                                       \
                SLIST_FIRST(head) = 0;                                                             \
        } while (0)
#define SLIST_INSERT_HEAD(head, elm, field)                                                        \
        do {                                                                                       \
                SLIST_NEXT(elm, field) = SLIST_FIRST(head);                                        \
                SLIST_FIRST(head) = (elm);                                                         \
        } while (0)
#define SLIST_INSERT_AFTER(slistelm, elm, field)                                                   \
        do {                                                                                       \
                SLIST_NEXT(elm, field) = SLIST_NEXT(slistelm, field);                              \
                SLIST_NEXT(slistelm, field) = (elm);                                               \
        } while (0)
#define SLIST_REMOVE_HEAD(head, field)                                                             \
        do {                                                                                       \
                SLIST_FIRST(head) = SLIST_NEXT(SLIST_FIRST(head), field);                          \
        } while (0)
#define SLIST_REMOVE(head, elm, type, field)                                                       \
        do {                                                                                       \
                struct type **__link = &SLIST_FIRST(head);                                         \
                while (*__link != (elm))                                                           \
                        __link = &SLIST_NEXT(*__link, field);                                      \
                *__link = SLIST_NEXT(*__link, field);                                              \
        } while (0)

/* LIST: le_prev is where the pointer to the element itself stands. */

#define LIST_HEAD(name, type)                                                                      \
        struct name {                                                                              \
                struct type *lh_first;                                                             \
        }
#define LIST_HEAD_INITIALIZER(head) {0}
#define LIST_ENTRY(type)                                                                           \
        struct {                                                                                   \
                struct type *le_next;                                                              \
                struct type **le_prev;                                                             \
        }
#define LIST_FIRST(head) ((head)->lh_first)
#define LIST_NEXT(elm, field) ((elm)->field.le_next)
#define LIST_EMPTY(head) (LIST_FIRST(head) == 0)
#define LIST_FOREACH(var, head, field)                                                             \
        for ((var) = LIST_FIRST(head); (var); (var) = LIST_NEXT(var, field))
#define LIST_INIT(head)                                                                            \
        do {                                                                                       \
                LIST_FIRST(head) = 0;                                                              \
        } while (0)
#define LIST_INSERT_HEAD(head, elm, field)                                                         \
        do {                                                                                       \
                LIST_NEXT(elm, field) = LIST_FIRST(head);                                          \
                if (LIST_NEXT(elm, field))                                                         \
                        LIST_NEXT(elm, field)->field.le_prev = &LIST_NEXT(elm, field);             \
                LIST_FIRST(head) = (elm);                                                          \
                (elm)->field.le_prev = &LIST_FIRST(head);                                          \
        } while (0)
#define LIST_INSERT_AFTER(listelm, elm, field)                                                     \
        do {                                                                                       \
                LIST_NEXT(elm, field) = LIST_NEXT(listelm, field);                                 \
                if (LIST_NEXT(elm, field))                                                         \
                        LIST_NEXT(elm, field)->field.le_prev = &LIST_NEXT(elm, field);             \
                LIST_NEXT(listelm, field) = (elm);                                                 \
                (elm)->field.le_prev = &LIST_NEXT(listelm, field);                                 \
        } while (0)
#define LIST_INSERT_BEFORE(listelm, elm, field)                                                    \
        do {                                                                                       \
                LIST_NEXT(elm, field) = (listelm);                                                 \
                (elm)->field.le_prev = (listelm)->field.le_prev;                                   \
                *(listelm)->field.le_prev = (elm);                                                 \
                (listelm)->field.le_prev = &LIST_NEXT(elm, field);                                 \
        } while (0)
#define LIST_REMOVE(elm, field)                                                                    \
        do {                                                                                       \
                if (LIST_NEXT(elm, field))                                                         \
                        LIST_NEXT(elm, field)->field.le_prev = (elm)->field.le_prev;               \
                *(elm)->field.le_prev = LIST_NEXT(elm, field);                                     \
        } while (0)

/* STAILQ */

#define STAILQ_HEAD(name, type)                                                                    \
        struct name {                                                                              \
                struct type *stqh_first;                                                           \
                struct type **stqh_last;                                                           \
        }
#define STAILQ_HEAD_INITIALIZER(head) {0, &(head).stqh_first}
#define STAILQ_ENTRY(type)                                                                         \
        struct {                                                                                   \
                struct type *stqe_next;                                                            \
        }
#define STAILQ_FIRST(head) ((head)->stqh_first)
#define STAILQ_NEXT(elm, field) ((elm)->field.stqe_next)
#define STAILQ_EMPTY(head) (STAILQ_FIRST(head) == 0)
#define STAILQ_FOREACH(var, head, field)                                                           \
        for ((var) = STAILQ_FIRST(head); (var); (var) = STAILQ_NEXT(var, field))
#define STAILQ_INIT(head)                                                                          \
        do {                                                                                       \
                STAILQ_FIRST(head) = 0;                                                            \
                (head)->stqh_last = &STAILQ_FIRST(head);                                           \
        } while (0)
#define STAILQ_INSERT_HEAD(head, elm, field)                                                       \
        do {                                                                                       \
                STAILQ_NEXT(elm, field) = STAILQ_FIRST(head);                                      \
                if (STAILQ_EMPTY(head))                                                            \
                        (head)->stqh_last = &STAILQ_NEXT(elm, field);                              \
                STAILQ_FIRST(head) = (elm);                                                        \
        } while (0)
#define STAILQ_INSERT_TAIL(head, elm, field)                                                       \
        do {                                                                                       \
                STAILQ_NEXT(elm, field) = 0;                                                       \
                *(head)->stqh_last = (elm);                                                        \
                (head)->stqh_last = &STAILQ_NEXT(elm, field);                                      \
        } while (0)
#define STAILQ_INSERT_AFTER(head, listelm, elm, field)                                             \
        do {                                                                                       \
                STAILQ_NEXT(elm, field) = STAILQ_NEXT(listelm, field);                             \
                if (!STAILQ_NEXT(elm, field))                                                      \
                        (head)->stqh_last = &STAILQ_NEXT(elm, field);                              \
                STAILQ_NEXT(listelm, field) = (elm);                                               \
        } while (0)
#define STAILQ_REMOVE_HEAD(head, field)                                                            \
        do {                                                                                       \
                STAILQ_FIRST(head) = STAILQ_NEXT(STAILQ_FIRST(head), field);                       \
                if (STAILQ_EMPTY(head))                                                            \
                        (head)->stqh_last = &STAILQ_FIRST(head);                                   \
        } while (0)
#define STAILQ_REMOVE(head, elm, type, field)                                                      \
        do {                                                                                       \
                struct type **__link = &STAILQ_FIRST(head);                                        \
                while (*__link != (elm))                                                           \
                        __link = &STAILQ_NEXT(*__link, field);                                     \
                *__link = STAILQ_NEXT(*__link, field);                                             \
                if (!*__link)                                                                      \
                        (head)->stqh_last = __link;                                                \
        } while (0)
#define STAILQ_CONCAT(head1, head2)                                                                \
        do {                                                                                       \
                if (!STAILQ_EMPTY(head2)) {                                                        \
                        *(head1)->stqh_last = STAILQ_FIRST(head2);                                 \
                        (head1)->stqh_last = (head2)->stqh_last;                                   \
                        STAILQ_INIT(head2);                                                        \
                }                                                                                  \
        } while (0)

/* SIMPLEQ */

#define SIMPLEQ_HEAD(name, type)                                                                   \
        struct name {                                                                              \
                struct type *sqh_first;                                                            \
                struct type **sqh_last;                                                            \
        }
#define SIMPLEQ_HEAD_INITIALIZER(head) {0, &(head).sqh_first}
#define SIMPLEQ_ENTRY(type)                                                                        \
        struct {                                                                                   \
                struct type *sqe_next;                                                             \
        }
#define SIMPLEQ_FIRST(head) ((head)->sqh_first)
#define SIMPLEQ_NEXT(elm, field) ((elm)->field.sqe_next)
#define SIMPLEQ_EMPTY(head) (SIMPLEQ_FIRST(head) == 0)
#define SIMPLEQ_FOREACH(var, head, field)                                                          \
        for ((var) = SIMPLEQ_FIRST(head); (var); (var) = SIMPLEQ_NEXT(var, field))
#define SIMPLEQ_INIT(head)                                                                         \
        do {                                                                                       \
                SIMPLEQ_FIRST(head) = 0;                                                           \
                (head)->sqh_last = &SIMPLEQ_FIRST(head);                                           \
        } while (0)
#define SIMPLEQ_INSERT_HEAD(head, elm, field)                                                      \
        do {                                                                                       \
                SIMPLEQ_NEXT(elm, field) = SIMPLEQ_FIRST(head);                                    \
                if (SIMPLEQ_EMPTY(head))                                                           \
                        (head)->sqh_last = &SIMPLEQ_NEXT(elm, field);                              \
                SIMPLEQ_FIRST(head) = (elm);                                                       \
        } while (0)
#define SIMPLEQ_INSERT_TAIL(head, elm, field)                                                      \
        do {                                                                                       \
                SIMPLEQ_NEXT(elm, field) = 0;                                                      \
                *(head)->sqh_last = (elm);                                                         \
                (head)->sqh_last = &SIMPLEQ_NEXT(elm, field);                                      \
        } while (0)
#define SIMPLEQ_INSERT_AFTER(head, listelm, elm, field)                                            \
        do {                                                                                       \
                SIMPLEQ_NEXT(elm, field) = SIMPLEQ_NEXT(listelm, field);                           \
                if (!SIMPLEQ_NEXT(elm, field))                                                     \
                        (head)->sqh_last = &SIMPLEQ_NEXT(elm, field);                              \
                SIMPLEQ_NEXT(listelm, field) = (elm);                                              \
        } while (0)
#define SIMPLEQ_REMOVE_HEAD(head, field)                                                           \
        do {                                                                                       \
                SIMPLEQ_FIRST(head) = SIMPLEQ_NEXT(SIMPLEQ_FIRST(head), field);                    \
                if (SIMPLEQ_EMPTY(head))                                                           \
                        (head)->sqh_last = &SIMPLEQ_FIRST(head);                                   \
        } while (0)
#define SIMPLEQ_REMOVE(head, elm, type, field)                                                     \
        do {                                                                                       \
                struct type **__link = &SIMPLEQ_FIRST(head);                                       \
                while (*__link != (elm))                                                           \
                        __link = &SIMPLEQ_NEXT(*__link, field);                                    \
                *__link = SIMPLEQ_NEXT(*__link, field);                                            \
                if (!*__link)                                                                      \
                        (head)->sqh_last = __link;                                                 \
        } while (0)

/* TAILQ: tqe_prev is where the pointer to the element itself stands. */

#define _TAILQ_HEAD(name, type, qual)                                                              \
        struct name {                                                                              \
                qual type *tqh_first;                                                              \
                qual type *qual *tqh_last;                                                         \
        }
#define TAILQ_HEAD(name, type) _TAILQ_HEAD(name, struct type, )
#define TAILQ_HEAD_INITIALIZER(head) {0, &(head).tqh_first}
#define _TAILQ_ENTRY(type, qual)                                                                   \
        struct {                                                                                   \
                qual type *tqe_next;                                                               \
                qual type *qual *tqe_prev;                                                         \
        }
#define TAILQ_ENTRY(type) _TAILQ_ENTRY(struct type, )
#define TAILQ_FIRST(head) ((head)->tqh_first)
#define TAILQ_NEXT(elm, field) ((elm)->field.tqe_next)
#define TAILQ_EMPTY(head) (TAILQ_FIRST(head) == 0)
/*
 * What stands before `link`, a place that a last or prev pointer names: in the
 * head as in each entry another such pointer follows that place, and the one
 * before the place leads to the element. Reading the pointer itself, not a head
 * in an entry's stead, keeps to the aliasing rules.
 */
#define __lwb_tailq_before(link) (*((__typeof__(link) *)(void *)(link))[1])
#define TAILQ_LAST(head, headname) __lwb_tailq_before((head)->tqh_last)
#define TAILQ_PREV(elm, headname, field) __lwb_tailq_before((elm)->field.tqe_prev)
#define TAILQ_FOREACH(var, head, field)                                                            \
        for ((var) = TAILQ_FIRST(head); (var); (var) = TAILQ_NEXT(var, field))
#define TAILQ_FOREACH_REVERSE(var, head, headname, field)                                          \
        for ((var) = TAILQ_LAST(head, headname); (var); (var) = TAILQ_PREV(var, headname, field))
#define TAILQ_INIT(head)                                                                           \
        do {                                                                                       \
                TAILQ_FIRST(head) = 0;                                                             \
                (head)->tqh_last = &TAILQ_FIRST(head);                                             \
        } while (0)
#define TAILQ_INSERT_HEAD(head, elm, field)                                                        \
        do {                                                                                       \
                TAILQ_NEXT(elm, field) = TAILQ_FIRST(head);                                        \
                if (TAILQ_NEXT(elm, field))                                                        \
                        TAILQ_NEXT(elm, field)->field.tqe_prev = &TAILQ_NEXT(elm, field);          \
                else                                                                               \
                        (head)->tqh_last = &TAILQ_NEXT(elm, field);                                \
                TAILQ_FIRST(head) = (elm);                                                         \
                (elm)->field.tqe_prev = &TAILQ_FIRST(head);                                        \
        } while (0)
#define TAILQ_INSERT_TAIL(head, elm, field)                                                        \
        do {                                                                                       \
                TAILQ_NEXT(elm, field) = 0;                                                        \
                (elm)->field.tqe_prev = (head)->tqh_last;                                          \
                *(head)->tqh_last = (elm);                                                         \
                (head)->tqh_last = &TAILQ_NEXT(elm, field);                                        \
        } while (0)
#define TAILQ_INSERT_AFTER(head, listelm, elm, field)                                              \
        do {                                                                                       \
                TAILQ_NEXT(elm, field) = TAILQ_NEXT(listelm, field);                               \
                if (TAILQ_NEXT(elm, field))                                                        \
                        TAILQ_NEXT(elm, field)->field.tqe_prev = &TAILQ_NEXT(elm, field);          \
                else                                                                               \
                        (head)->tqh_last = &TAILQ_NEXT(elm, field);                                \
                TAILQ_NEXT(listelm, field) = (elm);                                                \
                (elm)->field.tqe_prev = &TAILQ_NEXT(listelm, field);                               \
        } while (0)
#define TAILQ_INSERT_BEFORE(listelm, elm, field)                                                   \
        do {                                                                                       \
                TAILQ_NEXT(elm, field) = (listelm);                                                \
                (elm)->field.tqe_prev = (listelm)->field.tqe_prev;                                 \
                *(listelm)->field.tqe_prev = (elm);                                                \
                (listelm)->field.tqe_prev = &TAILQ_NEXT(elm, field);                               \
        } while (0)
#define TAILQ_REMOVE(head, elm, field)                                                             \
        do {                                                                                       \
                if (TAILQ_NEXT(elm, field))                                                        \
                        TAILQ_NEXT(elm, field)->field.tqe_prev = (elm)->field.tqe_prev;            \
                else                                                                               \
                        (head)->tqh_last = (elm)->field.tqe_prev;                                  \
                *(elm)->field.tqe_prev = TAILQ_NEXT(elm, field);                                   \
        } while (0)
#define TAILQ_CONCAT(head1, head2, field)                                                          \
        do {                                                                                       \
                if (!TAILQ_EMPTY(head2)) {                                                         \
                        *(head1)->tqh_last = TAILQ_FIRST(head2);                                   \
                        TAILQ_FIRST(head2)->field.tqe_prev = (head1)->tqh_last;                    \
                        (head1)->tqh_last = (head2)->tqh_last;                                     \
                        TAILQ_INIT(head2);                                                         \
                }                                                                                  \
        } while (0)

/* CIRCLEQ: the head itself, under an element's type, is the end in both directions. */

#define CIRCLEQ_HEAD(name, type)                                                                   \
        struct name {                                                                              \
                struct type *cqh_first;                                                            \
                struct type *cqh_last;                                                             \
        }
#define CIRCLEQ_ENTRY(type)                                                                        \
        struct {                                                                                   \
                struct type *cqe_next;                                                             \
                struct type *cqe_prev;                                                             \
        }
#define __lwb_circleq_end(head) ((__typeof__((head)->cqh_first))(void *)(head))
#define CIRCLEQ_HEAD_INITIALIZER(head) {__lwb_circleq_end(&(head)), __lwb_circleq_end(&(head))}
#define CIRCLEQ_FIRST(head) ((head)->cqh_first)
#define CIRCLEQ_LAST(head) ((head)->cqh_last)
#define CIRCLEQ_NEXT(elm, field) ((elm)->field.cqe_next)
#define CIRCLEQ_PREV(elm, field) ((elm)->field.cqe_prev)
#define CIRCLEQ_EMPTY(head) (CIRCLEQ_FIRST(head) == __lwb_circleq_end(head))
#define CIRCLEQ_FOREACH(var, head, field)                                                          \
        for ((var) = CIRCLEQ_FIRST(head); (var) != __lwb_circleq_end(head);                        \
             (var) = CIRCLEQ_NEXT(var, field))
#define CIRCLEQ_FOREACH_REVERSE(var, head, field)                                                  \
        for ((var) = CIRCLEQ_LAST(head); (var) != __lwb_circleq_end(head);                         \
             (var) = CIRCLEQ_PREV(var, field))
#define CIRCLEQ_LOOP_NEXT(head, elm, field)                                                        \
        (CIRCLEQ_NEXT(elm, field) == __lwb_circleq_end(head) ? CIRCLEQ_FIRST(head)                 \
                                                             : CIRCLEQ_NEXT(elm, field))
#define CIRCLEQ_LOOP_PREV(head, elm, field)                                                        \
        (CIRCLEQ_PREV(elm, field) == __lwb_circleq_end(head) ? CIRCLEQ_LAST(head)                  \
                                                             : CIRCLEQ_PREV(elm, field))
#define CIRCLEQ_INIT(head)                                                                         \
        do {                                                                                       \
                CIRCLEQ_FIRST(head) = __lwb_circleq_end(head);                                     \
                CIRCLEQ_LAST(head) = __lwb_circleq_end(head);                                      \
        } while (0)
#define CIRCLEQ_INSERT_AFTER(head, listelm, elm, field)                                            \
        do {                                                                                       \
                CIRCLEQ_NEXT(elm, field) = CIRCLEQ_NEXT(listelm, field);                           \
                CIRCLEQ_PREV(elm, field) = (listelm);                                              \
                if (CIRCLEQ_NEXT(elm, field) == __lwb_circleq_end(head))                           \
                        CIRCLEQ_LAST(head) = (elm);                                                \
                else                                                                               \
                        CIRCLEQ_PREV(CIRCLEQ_NEXT(elm, field), field) = (elm);                     \
                CIRCLEQ_NEXT(listelm, field) = (elm);                                              \
        } while (0)
#define CIRCLEQ_INSERT_BEFORE(head, listelm, elm, field)                                           \
        do {                                                                                       \
                CIRCLEQ_NEXT(elm, field) = (listelm);                                              \
                CIRCLEQ_PREV(elm, field) = CIRCLEQ_PREV(listelm, field);                           \
                if (CIRCLEQ_PREV(elm, field) == __lwb_circleq_end(head))                           \
                        CIRCLEQ_FIRST(head) = (elm);                                               \
                else                                                                               \
                        CIRCLEQ_NEXT(CIRCLEQ_PREV(elm, field), field) = (elm);                     \
                CIRCLEQ_PREV(listelm, field) = (elm);                                              \
        } while (0)
#define CIRCLEQ_INSERT_HEAD(head, elm, field)                                                      \
        do {                                                                                       \
                CIRCLEQ_NEXT(elm, field) = CIRCLEQ_FIRST(head);                                    \
                CIRCLEQ_PREV(elm, field) = __lwb_circleq_end(head);                                \
                if (CIRCLEQ_EMPTY(head))                                                           \
                        CIRCLEQ_LAST(head) = (elm);                                                \
                else                                                                               \
                        CIRCLEQ_PREV(CIRCLEQ_FIRST(head), field) = (elm);                          \
                CIRCLEQ_FIRST(head) = (elm);                                                       \
        } while (0)
#define CIRCLEQ_INSERT_TAIL(head, elm, field)                                                      \
        do {                                                                                       \
                CIRCLEQ_NEXT(elm, field) = __lwb_circleq_end(head);                                \
                CIRCLEQ_PREV(elm, field) = CIRCLEQ_LAST(head);                                     \
                if (CIRCLEQ_EMPTY(head))                                                           \
                        CIRCLEQ_FIRST(head) = (elm);                                               \
                else                                                                               \
                        CIRCLEQ_NEXT(CIRCLEQ_LAST(head), field) = (elm);                           \
                CIRCLEQ_LAST(head) = (elm);                                                        \
        } while (0)
#define CIRCLEQ_REMOVE(head, elm, field)                                                           \
        do {                                                                                       \
                if (CIRCLEQ_NEXT(elm, field) == __lwb_circleq_end(head))                           \
                        CIRCLEQ_LAST(head) = CIRCLEQ_PREV(elm, field);                             \
                else                                                                               \
                        CIRCLEQ_PREV(CIRCLEQ_NEXT(elm, field), field) = CIRCLEQ_PREV(elm, field);  \
                if (CIRCLEQ_PREV(elm, field) == __lwb_circleq_end(head))                           \
                        CIRCLEQ_FIRST(head) = CIRCLEQ_NEXT(elm, field);                            \
                else                                                                               \
                        CIRCLEQ_NEXT(CIRCLEQ_PREV(elm, field), field) = CIRCLEQ_NEXT(elm, field);  \
        } while (0)

#endif
