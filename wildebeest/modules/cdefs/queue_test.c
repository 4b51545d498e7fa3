/* Every macro of <sys/queue.h>: each operation on a queue against the same on an array. */
#include <sys/queue.h>
#include "tap.h"

enum { ELEMENTS = 12, STEPS = 4000 };

struct element {
        int id;
        SLIST_ENTRY(element) s;
        LIST_ENTRY(element) l;
        STAILQ_ENTRY(element) st;
        SIMPLEQ_ENTRY(element) si;
        TAILQ_ENTRY(element) t;
        CIRCLEQ_ENTRY(element) c;
};
SLIST_HEAD(slist, element);
LIST_HEAD(list, element);
STAILQ_HEAD(stailq, element);
SIMPLEQ_HEAD(simpleq, element);
TAILQ_HEAD(tailq, element);
CIRCLEQ_HEAD(circleq, element);

static struct element pool[ELEMENTS];

/* The array that each queue must equal. */
static int model[ELEMENTS];
static int length;

static unsigned int state = 1;

static int pick(int limit)
{
        state = state * 1103515245u + 12345u;
        return (int)(state >> 16) % limit;
}

static void model_insert(int at, int id)
{
        memmove(model + at + 1, model + at, (size_t)(length - at) * sizeof *model);
        model[at] = id;
        length++;
}

static void model_remove(int at)
{
        length--;
        memmove(model + at, model + at + 1, (size_t)(length - at) * sizeof *model);
}

static int unused(void)
{
        for (;;) {
                int id = pick(ELEMENTS), used = 0;

                for (int i = 0; i < length; i++)
                        used |= model[i] == id;
                if (!used)
                        return id;
        }
}

/* The next step: 0 head, 1 tail, 2 after, 3 before, 4 remove, 5 remove the head, or -1 for none. */
static int step(int *at)
{
        int what = pick(6);

        *at = length ? pick(length) : 0;
        if (what <= 3 && length == ELEMENTS)
                return -1;
        if (what >= 2 && !length)
                return -1;
        return what;
}

#define FORWARD(good, foreach, head, ...)                                                          \
        do {                                                                                       \
                struct element *at_;                                                               \
                int n_ = 0;                                                                        \
                foreach (at_, head, __VA_ARGS__)                                                   \
                        good &= n_ < length && model[n_++] == at_->id;                             \
                good &= n_ == length;                                                              \
        } while (0)
#define BACKWARD(good, foreach, head, ...)                                                         \
        do {                                                                                       \
                struct element *at_;                                                               \
                int n_ = length;                                                                   \
                foreach (at_, head, __VA_ARGS__)                                                   \
                        good &= n_ > 0 && model[--n_] == at_->id;                                  \
                good &= n_ == 0;                                                                   \
        } while (0)

static void slist(void)
{
        struct slist head = SLIST_HEAD_INITIALIZER(head), other;
        int good = 1, at;

        ok(SLIST_EMPTY(&head), "SLIST_HEAD_INITIALIZER: empty");
        length = 0;
        for (int i = 0; i < STEPS; i++) {
                switch (step(&at)) {
                case 0:
                case 1: {
                        int id = unused();

                        SLIST_INSERT_HEAD(&head, &pool[id], s);
                        model_insert(0, id);
                        break;
                }
                case 2:
                case 3: {
                        int id = unused();

                        SLIST_INSERT_AFTER(&pool[model[at]], &pool[id], s);
                        model_insert(at + 1, id);
                        break;
                }
                case 4:
                        SLIST_REMOVE(&head, &pool[model[at]], element, s);
                        model_remove(at);
                        break;
                case 5:
                        SLIST_REMOVE_HEAD(&head, s);
                        model_remove(0);
                        break;
                }
                FORWARD(good, SLIST_FOREACH, &head, s);
                good &= SLIST_EMPTY(&head) == !length;
                good &= SLIST_FIRST(&head) == (length ? &pool[model[0]] : NULL);
                if (length > 1)
                        good &= SLIST_NEXT(&pool[model[0]], s) == &pool[model[1]];
        }
        ok(good, "SLIST: equals the array after each step");
        SLIST_INIT(&other);
        ok(SLIST_EMPTY(&other), "SLIST_INIT: empty");
}

static void list(void)
{
        struct list head = LIST_HEAD_INITIALIZER(head), other;
        int good = 1, at;

        ok(LIST_EMPTY(&head), "LIST_HEAD_INITIALIZER: empty");
        length = 0;
        for (int i = 0; i < STEPS; i++) {
                int what = step(&at), id = what >= 0 && what <= 3 ? unused() : -1;

                switch (what) {
                case 0:
                case 1:
                        LIST_INSERT_HEAD(&head, &pool[id], l);
                        model_insert(0, id);
                        break;
                case 2:
                        LIST_INSERT_AFTER(&pool[model[at]], &pool[id], l);
                        model_insert(at + 1, id);
                        break;
                case 3:
                        LIST_INSERT_BEFORE(&pool[model[at]], &pool[id], l);
                        model_insert(at, id);
                        break;
                case 4:
                case 5:
                        LIST_REMOVE(&pool[model[at]], l);
                        model_remove(at);
                        break;
                }
                FORWARD(good, LIST_FOREACH, &head, l);
                good &= LIST_EMPTY(&head) == !length;
                good &= LIST_FIRST(&head) == (length ? &pool[model[0]] : NULL);
                if (length > 1)
                        good &= LIST_NEXT(&pool[model[0]], l) == &pool[model[1]];
        }
        ok(good, "LIST: equals the array after each step");
        LIST_INIT(&other);
        ok(LIST_EMPTY(&other), "LIST_INIT: empty");
}

/* STAILQ and SIMPLEQ have the same operations. */
#define SINGLY_LINKED_TAIL_QUEUE(function, Q, head_name, field)                                    \
        static void function(void)                                                                 \
        {                                                                                          \
                struct head_name head = Q##_HEAD_INITIALIZER(head), other;                         \
                int good = 1, at;                                                                  \
                                                                                                   \
                ok(Q##_EMPTY(&head), #Q "_HEAD_INITIALIZER: empty");                               \
                length = 0;                                                                        \
                for (int i = 0; i < STEPS; i++) {                                                  \
                        int what = step(&at), id = what >= 0 && what <= 3 ? unused() : -1;         \
                                                                                                   \
                        switch (what) {                                                            \
                        case 0:                                                                    \
                                Q##_INSERT_HEAD(&head, &pool[id], field);                          \
                                model_insert(0, id);                                               \
                                break;                                                             \
                        case 1:                                                                    \
                                Q##_INSERT_TAIL(&head, &pool[id], field);                          \
                                model_insert(length, id);                                          \
                                break;                                                             \
                        case 2:                                                                    \
                        case 3:                                                                    \
                                Q##_INSERT_AFTER(&head, &pool[model[at]], &pool[id], field);       \
                                model_insert(at + 1, id);                                          \
                                break;                                                             \
                        case 4:                                                                    \
                                Q##_REMOVE(&head, &pool[model[at]], element, field);               \
                                model_remove(at);                                                  \
                                break;                                                             \
                        case 5:                                                                    \
                                Q##_REMOVE_HEAD(&head, field);                                     \
                                model_remove(0);                                                   \
                                break;                                                             \
                        }                                                                          \
                        FORWARD(good, Q##_FOREACH, &head, field);                                  \
                        good &= Q##_EMPTY(&head) == !length;                                       \
                        good &= Q##_FIRST(&head) == (length ? &pool[model[0]] : NULL);             \
                        if (length > 1)                                                            \
                                good &= Q##_NEXT(&pool[model[0]], field) == &pool[model[1]];       \
                }                                                                                  \
                ok(good, #Q ": equals the array after each step");                                 \
                Q##_INIT(&other);                                                                  \
                Q##_INSERT_TAIL(&other, &pool[0], field);                                          \
                ok(Q##_FIRST(&other) == &pool[0], #Q "_INIT: a tail to append to");                \
        }

SINGLY_LINKED_TAIL_QUEUE(stailq, STAILQ, stailq, st)
SINGLY_LINKED_TAIL_QUEUE(simpleq, SIMPLEQ, simpleq, si)

static void tailq(void)
{
        struct tailq head = TAILQ_HEAD_INITIALIZER(head), other;
        int good = 1, at;

        ok(TAILQ_EMPTY(&head) && !TAILQ_LAST(&head, tailq), "TAILQ_HEAD_INITIALIZER: empty");
        length = 0;
        for (int i = 0; i < STEPS; i++) {
                int what = step(&at), id = what >= 0 && what <= 3 ? unused() : -1;

                switch (what) {
                case 0:
                        TAILQ_INSERT_HEAD(&head, &pool[id], t);
                        model_insert(0, id);
                        break;
                case 1:
                        TAILQ_INSERT_TAIL(&head, &pool[id], t);
                        model_insert(length, id);
                        break;
                case 2:
                        TAILQ_INSERT_AFTER(&head, &pool[model[at]], &pool[id], t);
                        model_insert(at + 1, id);
                        break;
                case 3:
                        TAILQ_INSERT_BEFORE(&pool[model[at]], &pool[id], t);
                        model_insert(at, id);
                        break;
                case 4:
                case 5:
                        TAILQ_REMOVE(&head, &pool[model[at]], t);
                        model_remove(at);
                        break;
                }
                FORWARD(good, TAILQ_FOREACH, &head, t);
                BACKWARD(good, TAILQ_FOREACH_REVERSE, &head, tailq, t);
                good &= TAILQ_EMPTY(&head) == !length;
                good &= TAILQ_FIRST(&head) == (length ? &pool[model[0]] : NULL);
                good &= TAILQ_LAST(&head, tailq) == (length ? &pool[model[length - 1]] : NULL);
                if (length > 1) {
                        good &= TAILQ_NEXT(&pool[model[0]], t) == &pool[model[1]];
                        good &= TAILQ_PREV(&pool[model[1]], tailq, t) == &pool[model[0]];
                        good &= TAILQ_PREV(&pool[model[0]], tailq, t) == NULL;
                }
        }
        ok(good, "TAILQ: equals the array after each step, both ways");
        TAILQ_INIT(&other);
        ok(TAILQ_EMPTY(&other) && !TAILQ_LAST(&other, tailq), "TAILQ_INIT: empty");
}

static void circleq(void)
{
        struct circleq head = CIRCLEQ_HEAD_INITIALIZER(head), other;
        int good = 1, at;

        ok(CIRCLEQ_EMPTY(&head), "CIRCLEQ_HEAD_INITIALIZER: empty");
        length = 0;
        for (int i = 0; i < STEPS; i++) {
                int what = step(&at), id = what >= 0 && what <= 3 ? unused() : -1;

                switch (what) {
                case 0:
                        CIRCLEQ_INSERT_HEAD(&head, &pool[id], c);
                        model_insert(0, id);
                        break;
                case 1:
                        CIRCLEQ_INSERT_TAIL(&head, &pool[id], c);
                        model_insert(length, id);
                        break;
                case 2:
                        CIRCLEQ_INSERT_AFTER(&head, &pool[model[at]], &pool[id], c);
                        model_insert(at + 1, id);
                        break;
                case 3:
                        CIRCLEQ_INSERT_BEFORE(&head, &pool[model[at]], &pool[id], c);
                        model_insert(at, id);
                        break;
                case 4:
                case 5:
                        CIRCLEQ_REMOVE(&head, &pool[model[at]], c);
                        model_remove(at);
                        break;
                }
                FORWARD(good, CIRCLEQ_FOREACH, &head, c);
                BACKWARD(good, CIRCLEQ_FOREACH_REVERSE, &head, c);
                good &= CIRCLEQ_EMPTY(&head) == !length;
                if (length > 1) {
                        struct element *first = &pool[model[0]], *last = &pool[model[length - 1]];

                        good &= CIRCLEQ_FIRST(&head) == first && CIRCLEQ_LAST(&head) == last;
                        good &= CIRCLEQ_NEXT(first, c) == &pool[model[1]];
                        good &= CIRCLEQ_PREV(last, c) == &pool[model[length - 2]];
                        good &= CIRCLEQ_LOOP_NEXT(&head, last, c) == first;
                        good &= CIRCLEQ_LOOP_PREV(&head, first, c) == last;
                        good &= CIRCLEQ_LOOP_NEXT(&head, first, c) == &pool[model[1]];
                        good &= CIRCLEQ_LOOP_PREV(&head, last, c) == &pool[model[length - 2]];
                }
        }
        ok(good, "CIRCLEQ: equals the array after each step, both ways");
        CIRCLEQ_INIT(&other);
        ok(CIRCLEQ_EMPTY(&other), "CIRCLEQ_INIT: empty");
}

static void concat(void)
{
        struct stailq s1 = STAILQ_HEAD_INITIALIZER(s1), s2 = STAILQ_HEAD_INITIALIZER(s2);
        struct tailq t1 = TAILQ_HEAD_INITIALIZER(t1), t2 = TAILQ_HEAD_INITIALIZER(t2);
        int good = 1;

        length = 0;
        STAILQ_CONCAT(&s1, &s2);
        TAILQ_CONCAT(&t1, &t2, t);
        good &= STAILQ_EMPTY(&s1) && TAILQ_EMPTY(&t1);
        for (int i = 0; i < ELEMENTS; i++) {
                STAILQ_INSERT_TAIL(&s2, &pool[i], st);
                TAILQ_INSERT_TAIL(&t2, &pool[i], t);
                model_insert(length, i);
                if (i % 3 == 2) {
                        STAILQ_CONCAT(&s1, &s2);
                        TAILQ_CONCAT(&t1, &t2, t);
                        good &= STAILQ_EMPTY(&s2) && TAILQ_EMPTY(&t2) && !TAILQ_LAST(&t2, tailq);
                        FORWARD(good, STAILQ_FOREACH, &s1, st);
                        FORWARD(good, TAILQ_FOREACH, &t1, t);
                        BACKWARD(good, TAILQ_FOREACH_REVERSE, &t1, tailq, t);
                }
        }
        ok(good, "STAILQ_CONCAT, TAILQ_CONCAT: append all, and leave the second empty");
}

/* With a qualifier. */
_TAILQ_HEAD(constants, struct constant, const);
struct constant {
        int value;
        _TAILQ_ENTRY(struct constant, const) entry;
};

static void qualified(void)
{
        static struct constant one = {.value = 1}, two = {.value = 2};
        struct constants head;
        const struct constant *at;
        int sum = 0;

        TAILQ_INIT(&head);
        one.entry.tqe_next = &two;
        one.entry.tqe_prev = &head.tqh_first;
        two.entry.tqe_next = NULL;
        two.entry.tqe_prev = &one.entry.tqe_next;
        head.tqh_first = &one;
        head.tqh_last = &two.entry.tqe_next;
        TAILQ_FOREACH(at, &head, entry)
        sum = sum * 10 + at->value;
        ok(sum == 12 && TAILQ_LAST(&head, constants) == &two, "_TAILQ_HEAD: takes a qualifier");
}

int main(void)
{
        for (int i = 0; i < ELEMENTS; i++)
                pool[i].id = i;
        slist();
        list();
        stailq();
        simpleq();
        tailq();
        circleq();
        concat();
        qualified();
#ifdef _SYS_QUEUE_H_
        ok(1, "_SYS_QUEUE_H_: keeps a program's own copy out");
#else
        ok(0, "_SYS_QUEUE_H_: keeps a program's own copy out");
#endif
        return done_testing();
}
