/* <sys/tree.h>: random operations on both kinds of tree against a plain table, and the trees' own
 * rules. */
#include "tap.h"
#include <limits.h>

#if defined(__GLIBC__) && !__has_include(<sys/tree.h>)

int main(void)
{
        skip_all("glibc has no <sys/tree.h>");
}

#else

struct node;
static void count_below(struct node *node);
#define RB_AUGMENT(node) count_below(node)
#include <sys/tree.h>

enum { KEYS = 200, STEPS = 20000 };

struct node {
        int key;
        int below; /* elements in its tree, itself included: kept by RB_AUGMENT */
        RB_ENTRY(node) rb;
        SPLAY_ENTRY(node) splay;
};

static int compare(struct node *a, struct node *b)
{
        return (a->key > b->key) - (a->key < b->key);
}

RB_HEAD(rb, node);
RB_PROTOTYPE(rb, node, rb, compare)
RB_GENERATE(rb, node, rb, compare)
RB_HEAD(other_rb, node);
RB_PROTOTYPE_STATIC(other_rb, node, rb, compare)
RB_GENERATE_STATIC(other_rb, node, rb, compare)
SPLAY_HEAD(splay, node);
SPLAY_PROTOTYPE(splay, node, splay, compare)
SPLAY_GENERATE(splay, node, splay, compare)

static struct node pool[KEYS];
static int present[KEYS];

static int below(struct node *node)
{
        return node ? node->below : 0;
}

static void count_below(struct node *node)
{
        node->below = 1 + below(RB_LEFT(node, rb)) + below(RB_RIGHT(node, rb));
}

static unsigned int state = 1;

static int pick(int limit)
{
        state = state * 1103515245u + 12345u;
        return (int)(state >> 16) % limit;
}

static struct node *model_next(int key)
{
        for (key++; key < KEYS; key++)
                if (key >= 0 && present[key])
                        return &pool[key];
        return NULL;
}

static struct node *model_previous(int key)
{
        for (key--; key >= 0; key--)
                if (present[key])
                        return &pool[key];
        return NULL;
}

static int model_size(void)
{
        int size = 0;

        for (int key = 0; key < KEYS; key++)
                size += present[key];
        return size;
}

/* The black height, or -1 where a rule of red-black trees or the order is broken. */
static int black_height(struct node *node, struct node *parent, int low, int high)
{
        int left, right;

        if (!node)
                return 0;
        if (RB_PARENT(node, rb) != parent || node->key <= low || node->key >= high)
                return -1;
        if (RB_COLOR(node, rb) == RB_RED && parent && RB_COLOR(parent, rb) == RB_RED)
                return -1;
        if (node->below != 1 + below(RB_LEFT(node, rb)) + below(RB_RIGHT(node, rb)))
                return -1;
        left = black_height(RB_LEFT(node, rb), node, low, node->key);
        right = black_height(RB_RIGHT(node, rb), node, node->key, high);
        if (left < 0 || left != right)
                return -1;
        return left + (RB_COLOR(node, rb) == RB_BLACK);
}

static void red_black(void)
{
        struct rb head = RB_INITIALIZER(&head);
        int rules = 1, results = 1, loops = 1, neighbours = 1;

        ok(RB_EMPTY(&head) && !RB_MIN(rb, &head) && !RB_MAX(rb, &head), "RB_INITIALIZER: empty");
        for (int i = 0; i < STEPS; i++) {
                /* Let it fill and empty again. */
                int key = pick(KEYS), insert = pick(10) < (i / 2000 % 2 ? 3 : 7);
                struct node probe = {.key = key}, *node;

                if (insert && present[key]) {
                        results &= RB_INSERT(rb, &head, &probe) == &pool[key];
                } else if (insert) {
                        results &= !RB_INSERT(rb, &head, &pool[key]);
                        present[key] = 1;
                } else if (present[key]) {
                        results &= RB_REMOVE(rb, &head, &pool[key]) == &pool[key];
                        present[key] = 0;
                }
                rules &= black_height(RB_ROOT(&head), NULL, -1, KEYS) >= 0;
                rules &= RB_EMPTY(&head) || RB_COLOR(RB_ROOT(&head), rb) == RB_BLACK;
                rules &= below(RB_ROOT(&head)) == model_size();
                results &= RB_FIND(rb, &head, &probe) == (present[key] ? &pool[key] : NULL);
                results &= RB_NFIND(rb, &head, &probe) == model_next(key - 1);
                neighbours &= RB_MIN(rb, &head) == model_next(-1);
                neighbours &= RB_MAX(rb, &head) == model_previous(KEYS);
                if (present[key]) {
                        neighbours &= RB_NEXT(rb, &head, &pool[key]) == model_next(key);
                        neighbours &= RB_PREV(rb, &head, &pool[key]) == model_previous(key);
                }
                if (i % 100 == 0) {
                        int n = 0, last = -1;

                        RB_FOREACH(node, rb, &head)
                        {
                                loops &= node->key > last;
                                last = node->key;
                                n++;
                        }
                        loops &= n == model_size();
                        last = KEYS;
                        RB_FOREACH_REVERSE(node, rb, &head)
                        {
                                loops &= node->key < last;
                                last = node->key;
                                n--;
                        }
                        loops &= n == 0;
                }
        }
        ok(rules, "RB_INSERT, RB_REMOVE: keep the order, the colours and the heights");
        ok(results, "RB_INSERT, RB_REMOVE, RB_FIND, RB_NFIND: equal the table after each step");
        ok(neighbours, "RB_NEXT, RB_PREV, RB_MIN, RB_MAX: equal the table after each step");
        ok(loops, "RB_FOREACH, RB_FOREACH_REVERSE: visit all in order");
}

static void red_black_loops(void)
{
        struct other_rb head;
        struct node *node, *next;
        int n = 0;

        RB_INIT(&head);
        for (int key = 0; key < KEYS; key++)
                other_rb_RB_INSERT(&head, &pool[key]);
        node = NULL;
        next = &pool[150];
        RB_FOREACH_FROM(node, other_rb, next)
        n++;
        is_int(n, 50, "RB_FOREACH_FROM: from that one to the end");
        n = 0;
        next = &pool[9];
        RB_FOREACH_REVERSE_FROM(node, other_rb, next)
        n++;
        is_int(n, 10, "RB_FOREACH_REVERSE_FROM: from that one to the beginning");
        RB_FOREACH_SAFE(node, other_rb, &head, next)
        if (node->key % 2)
                RB_REMOVE(other_rb, &head, node);
        is_int(below(RB_ROOT(&head)), KEYS / 2, "RB_FOREACH_SAFE: the body may remove");
        pool[100].key = 7;
        ok(!RB_REINSERT(other_rb, &head, &pool[100]), "RB_REINSERT: no other has the new key");
        ok(RB_PREV(other_rb, &head, &pool[100]) == &pool[6],
           "RB_REINSERT: stands at its new place");
        pool[100].key = 8;
        ok(RB_REINSERT(other_rb, &head, &pool[100]) == &pool[8],
           "RB_REINSERT: gives who has the key");
        pool[100].key = 100;
        RB_FOREACH_REVERSE_SAFE(node, other_rb, &head, next)
        RB_REMOVE(other_rb, &head, node);
        ok(RB_EMPTY(&head), "RB_FOREACH_REVERSE_SAFE: the body may remove all");
}

/* Whether the tree holds its elements in order; adds their number. */
static int ordered(struct node *node, int low, int high, int *number)
{
        if (!node)
                return 1;
        ++*number;
        return node->key > low && node->key < high &&
               ordered(SPLAY_LEFT(node, splay), low, node->key, number) &&
               ordered(SPLAY_RIGHT(node, splay), node->key, high, number);
}

static void splay(void)
{
        struct splay head = SPLAY_INITIALIZER(&head), other;
        int order = 1, results = 1, loops = 1, root = 1;

        memset(present, 0, sizeof present);
        ok(SPLAY_EMPTY(&head) && !SPLAY_MIN(splay, &head) && !SPLAY_MAX(splay, &head),
           "SPLAY_INITIALIZER: empty");
        for (int i = 0; i < STEPS; i++) {
                int key = pick(KEYS), insert = pick(10) < (i / 2000 % 2 ? 3 : 7), number = 0;
                struct node probe = {.key = key}, *node;

                if (insert && present[key]) {
                        results &= SPLAY_INSERT(splay, &head, &probe) == &pool[key];
                } else if (insert) {
                        results &= !SPLAY_INSERT(splay, &head, &pool[key]);
                        root &= SPLAY_ROOT(&head) == &pool[key];
                        present[key] = 1;
                } else if (present[key]) {
                        results &= SPLAY_REMOVE(splay, &head, &pool[key]) == &pool[key];
                        present[key] = 0;
                } else {
                        results &= !SPLAY_REMOVE(splay, &head, &probe);
                }
                order &= ordered(SPLAY_ROOT(&head), -1, KEYS, &number) && number == model_size();
                results &= SPLAY_FIND(splay, &head, &probe) == (present[key] ? &pool[key] : NULL);
                if (present[key]) {
                        root &= SPLAY_ROOT(&head) == &pool[key];
                        results &= SPLAY_NEXT(splay, &head, &pool[key]) == model_next(key);
                }
                results &= SPLAY_MIN(splay, &head) == model_next(-1);
                root &= SPLAY_ROOT(&head) == model_next(-1);
                results &= SPLAY_MAX(splay, &head) == model_previous(KEYS);
                if (i % 100 == 0) {
                        int n = 0, last = -1;

                        SPLAY_FOREACH(node, splay, &head)
                        {
                                loops &= node->key > last;
                                last = node->key;
                                n++;
                        }
                        loops &= n == model_size();
                }
        }
        ok(order, "SPLAY_INSERT, SPLAY_REMOVE: keep the order");
        ok(results,
           "SPLAY_FIND, SPLAY_NEXT, SPLAY_MIN, SPLAY_MAX: equal the table after each step");
        ok(root, "SPLAY_FIND: brings what it finds to the root");
        ok(loops, "SPLAY_FOREACH: visits all in order");
        SPLAY_INIT(&other);
        ok(SPLAY_EMPTY(&other), "SPLAY_INIT: empty");
}

int main(void)
{
        for (int key = 0; key < KEYS; key++)
                pool[key].key = key;
        red_black();
        red_black_loops();
        splay();
        return done_testing();
}

#endif
