/*
 * <sys/tree.h>, which neither musl nor glibc has and programs from the BSDs
 * include all the same: the splay trees and red-black trees of tree(3), with
 * what FreeBSD and OpenBSD have in common and the loops that allow removal.
 *
 * A program may define RB_AUGMENT(elm) before it includes this: it is called,
 * the deepest element first, for every element below which something changed. As with the
 * BSDs, the macros that generate and declare functions need no semicolon.
 */
#ifndef LWB_CDEFS_SYS_TREE_H
#define LWB_CDEFS_SYS_TREE_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

/* The guard of the BSDs: a program's own copy stays out, as there. */
#define _SYS_TREE_H_

/*
 * SPLAY: each element that is asked for comes to the root, so that what is used
 * often is near.
 */

#define SPLAY_HEAD(name, type)                                                                     \
        struct name {                                                                              \
                struct type *sph_root;                                                             \
        }
#define SPLAY_INITIALIZER(head) {0}
#define SPLAY_ENTRY(type)                                                                          \
        struct {                                                                                   \
                struct type *spe_left;                                                             \
                struct type *spe_right;                                                            \
        }
#define SPLAY_LEFT(elm, field) ((elm)->field.spe_left)
#define SPLAY_RIGHT(elm, field) ((elm)->field.spe_right)
#define SPLAY_ROOT(head) ((head)->sph_root)
#define SPLAY_EMPTY(head) (SPLAY_ROOT(head) == 0)
#define SPLAY_INIT(head)                                                                           \
        do {                                                                                       \
                SPLAY_ROOT(head) = 0;                                                              \
        } while (0)

#define SPLAY_INSERT(name, head, elm) name##_SPLAY_INSERT(head, elm)
#define SPLAY_REMOVE(name, head, elm) name##_SPLAY_REMOVE(head, elm)
#define SPLAY_FIND(name, head, elm) name##_SPLAY_FIND(head, elm)
#define SPLAY_NEXT(name, head, elm) name##_SPLAY_NEXT(head, elm)
#define SPLAY_MIN(name, head) name##_SPLAY_MIN_MAX(head, -1)
#define SPLAY_MAX(name, head) name##_SPLAY_MIN_MAX(head, 1)
#define SPLAY_FOREACH(var, name, head)                                                             \
        for ((var) = SPLAY_MIN(name, head); (var); (var) = SPLAY_NEXT(name, head, var))

#define SPLAY_PROTOTYPE(name, type, field, cmp)                                                    \
        void name##_SPLAY(struct name *, struct type *);                                           \
        void name##_SPLAY_MINMAX(struct name *, int);                                              \
        struct type *name##_SPLAY_INSERT(struct name *, struct type *);                            \
        struct type *name##_SPLAY_REMOVE(struct name *, struct type *);                            \
        struct type *name##_SPLAY_FIND(struct name *, struct type *);                              \
        struct type *name##_SPLAY_NEXT(struct name *, struct type *);                              \
        struct type *name##_SPLAY_MIN_MAX(struct name *, int);

/*
 * Walks down from the root of a tree that is not empty to where
 * `order(key, element)` is 0 or no element is left, and makes that one the root.
 * What is passed by goes to two trees, all that is smaller and all that is
 * larger, which grow at their open ends and become the root's branches; of two
 * steps to the same side the pair is turned round first.
 */
#define __lwb_splay(head, type, field, order, key)                                                 \
        struct type *__smaller = 0, *__larger = 0, *__next;                                        \
        struct type **__smaller_end = &__smaller, **__larger_end = &__larger;                      \
        struct type *__node = SPLAY_ROOT(head);                                                    \
        for (;;) {                                                                                 \
                __typeof__(order(key, __node)) __order = order(key, __node);                       \
                if (__order < 0) {                                                                 \
                        __lwb_splay_step(field, order(key, __next) < 0, spe_left, spe_right,       \
                                         __larger_end);                                            \
                } else if (__order > 0) {                                                          \
                        __lwb_splay_step(field, order(key, __next) > 0, spe_right, spe_left,       \
                                         __smaller_end);                                           \
                } else {                                                                           \
                        break;                                                                     \
                }                                                                                  \
        }                                                                                          \
        *__smaller_end = SPLAY_LEFT(__node, field);                                                \
        *__larger_end = SPLAY_RIGHT(__node, field);                                                \
        SPLAY_LEFT(__node, field) = __smaller;                                                     \
        SPLAY_RIGHT(__node, field) = __larger;                                                     \
        SPLAY_ROOT(head) = __node
#define __lwb_splay_step(field, again, NEAR, FAR, end)                                             \
        __next = __node->field.NEAR;                                                               \
        if (!__next)                                                                               \
                break;                                                                             \
        if (again) {                                                                               \
                __node->field.NEAR = __next->field.FAR;                                            \
                __next->field.FAR = __node;                                                        \
                __node = __next;                                                                   \
                if (!__node->field.NEAR)                                                           \
                        break;                                                                     \
        }                                                                                          \
        *end = __node;                                                                             \
        end = &__node->field.NEAR;                                                                 \
        __node = *end
#define __lwb_splay_to_end(side, elm) (side)

#define SPLAY_GENERATE(name, type, field, cmp)                                                     \
        SPLAY_PROTOTYPE(name, type, field, cmp)                                                    \
        void name##_SPLAY(struct name *head, struct type *elm)                                     \
        {                                                                                          \
                __lwb_splay(head, type, field, cmp, elm);                                          \
        }                                                                                          \
        void name##_SPLAY_MINMAX(struct name *head, int __side)                                    \
        {                                                                                          \
                __lwb_splay(head, type, field, __lwb_splay_to_end, __side);                        \
        }                                                                                          \
        struct type *name##_SPLAY_INSERT(struct name *head, struct type *elm)                      \
        {                                                                                          \
                struct type *__root;                                                               \
                SPLAY_LEFT(elm, field) = 0;                                                        \
                SPLAY_RIGHT(elm, field) = 0;                                                       \
                if (!SPLAY_EMPTY(head)) {                                                          \
                        name##_SPLAY(head, elm);                                                   \
                        __root = SPLAY_ROOT(head);                                                 \
                        if (cmp(elm, __root) < 0) {                                                \
                                SPLAY_LEFT(elm, field) = SPLAY_LEFT(__root, field);                \
                                SPLAY_RIGHT(elm, field) = __root;                                  \
                                SPLAY_LEFT(__root, field) = 0;                                     \
                        } else if (cmp(elm, __root) > 0) {                                         \
                                SPLAY_RIGHT(elm, field) = SPLAY_RIGHT(__root, field);              \
                                SPLAY_LEFT(elm, field) = __root;                                   \
                                SPLAY_RIGHT(__root, field) = 0;                                    \
                        } else {                                                                   \
                                return __root;                                                     \
                        }                                                                          \
                }                                                                                  \
                SPLAY_ROOT(head) = elm;                                                            \
                return 0;                                                                          \
        }                                                                                          \
        struct type *name##_SPLAY_REMOVE(struct name *head, struct type *elm)                      \
        {                                                                                          \
                struct type *__removed = name##_SPLAY_FIND(head, elm);                             \
                if (!__removed)                                                                    \
                        return 0;                                                                  \
                if (SPLAY_LEFT(__removed, field)) {                                                \
                        /* The largest of the left branch has nothing to its right. */             \
                        SPLAY_ROOT(head) = SPLAY_LEFT(__removed, field);                           \
                        name##_SPLAY_MINMAX(head, 1);                                              \
                        SPLAY_RIGHT(SPLAY_ROOT(head), field) = SPLAY_RIGHT(__removed, field);      \
                } else {                                                                           \
                        SPLAY_ROOT(head) = SPLAY_RIGHT(__removed, field);                          \
                }                                                                                  \
                return __removed;                                                                  \
        }                                                                                          \
        struct type *name##_SPLAY_FIND(struct name *head, struct type *elm)                        \
        {                                                                                          \
                if (SPLAY_EMPTY(head))                                                             \
                        return 0;                                                                  \
                name##_SPLAY(head, elm);                                                           \
                return cmp(elm, SPLAY_ROOT(head)) == 0 ? SPLAY_ROOT(head) : 0;                     \
        }                                                                                          \
        struct type *name##_SPLAY_NEXT(struct name *head, struct type *elm)                        \
        {                                                                                          \
                struct type *__next;                                                               \
                name##_SPLAY(head, elm);                                                           \
                __next = SPLAY_RIGHT(SPLAY_ROOT(head), field);                                     \
                while (__next && SPLAY_LEFT(__next, field))                                        \
                        __next = SPLAY_LEFT(__next, field);                                        \
                return __next;                                                                     \
        }                                                                                          \
        struct type *name##_SPLAY_MIN_MAX(struct name *head, int __side)                           \
        {                                                                                          \
                if (!SPLAY_EMPTY(head))                                                            \
                        name##_SPLAY_MINMAX(head, __side);                                         \
                return SPLAY_ROOT(head);                                                           \
        }

/*
 * RB: a binary tree in which no red element has a red parent, and every way from
 * an element down to a missing one passes the same number of black elements.
 */

#define RB_HEAD(name, type)                                                                        \
        struct name {                                                                              \
                struct type *rbh_root;                                                             \
        }
#define RB_INITIALIZER(head) {0}
#define RB_BLACK 0
#define RB_RED 1
#define RB_NEGINF -1
#define RB_INF 1
#define RB_ENTRY(type)                                                                             \
        struct {                                                                                   \
                struct type *rbe_left;                                                             \
                struct type *rbe_right;                                                            \
                struct type *rbe_parent;                                                           \
                int rbe_color;                                                                     \
        }
#define RB_LEFT(elm, field) ((elm)->field.rbe_left)
#define RB_RIGHT(elm, field) ((elm)->field.rbe_right)
#define RB_PARENT(elm, field) ((elm)->field.rbe_parent)
#define RB_COLOR(elm, field) ((elm)->field.rbe_color)
#define RB_ROOT(head) ((head)->rbh_root)
#define RB_EMPTY(head) (RB_ROOT(head) == 0)
#define RB_INIT(head)                                                                              \
        do {                                                                                       \
                RB_ROOT(head) = 0;                                                                 \
        } while (0)

#define RB_INSERT(name, head, elm) name##_RB_INSERT(head, elm)
#define RB_REMOVE(name, head, elm) name##_RB_REMOVE(head, elm)
#define RB_FIND(name, head, elm) name##_RB_FIND(head, elm)
#define RB_NFIND(name, head, elm) name##_RB_NFIND(head, elm)
#define RB_NEXT(name, head, elm) name##_RB_NEXT(elm)
#define RB_PREV(name, head, elm) name##_RB_PREV(elm)
#define RB_MIN(name, head) name##_RB_MINMAX(head, RB_NEGINF)
#define RB_MAX(name, head) name##_RB_MINMAX(head, RB_INF)
#define RB_REINSERT(name, head, elm) name##_RB_REINSERT(head, elm)

#define RB_FOREACH(var, name, head)                                                                \
        for ((var) = RB_MIN(name, head); (var); (var) = name##_RB_NEXT(var))
#define RB_FOREACH_FROM(var, name, from)                                                           \
        for ((var) = (from); (var) && ((from) = name##_RB_NEXT(var), 1); (var) = (from))
#define RB_FOREACH_SAFE(var, name, head, next)                                                     \
        for ((var) = RB_MIN(name, head); (var) && ((next) = name##_RB_NEXT(var), 1); (var) = (next))
#define RB_FOREACH_REVERSE(var, name, head)                                                        \
        for ((var) = RB_MAX(name, head); (var); (var) = name##_RB_PREV(var))
#define RB_FOREACH_REVERSE_FROM(var, name, from)                                                   \
        for ((var) = (from); (var) && ((from) = name##_RB_PREV(var), 1); (var) = (from))
#define RB_FOREACH_REVERSE_SAFE(var, name, head, next)                                             \
        for ((var) = RB_MAX(name, head); (var) && ((next) = name##_RB_PREV(var), 1); (var) = (next))

#define RB_PROTOTYPE(name, type, field, cmp) __lwb_rb_prototype(name, type, )
#define RB_PROTOTYPE_STATIC(name, type, field, cmp)                                                \
        __lwb_rb_prototype(name, type, __attribute__((__unused__)) static)
#define __lwb_rb_prototype(name, type, attributes)                                                 \
        attributes void name##_RB_INSERT_COLOR(struct name *, struct type *);                      \
        attributes void name##_RB_REMOVE_COLOR(struct name *, struct type *, struct type *);       \
        attributes struct type *name##_RB_INSERT(struct name *, struct type *);                    \
        attributes struct type *name##_RB_REMOVE(struct name *, struct type *);                    \
        attributes struct type *name##_RB_FIND(struct name *, struct type *);                      \
        attributes struct type *name##_RB_NFIND(struct name *, struct type *);                     \
        attributes struct type *name##_RB_NEXT(struct type *);                                     \
        attributes struct type *name##_RB_PREV(struct type *);                                     \
        attributes struct type *name##_RB_MINMAX(struct name *, int);                              \
        attributes struct type *name##_RB_REINSERT(struct name *, struct type *);

/* From elm up to the root, for what the program keeps about the elements below each. */
#ifdef RB_AUGMENT
#define __lwb_rb_augment(type, field, elm)                                                         \
        do {                                                                                       \
                struct type *__above;                                                              \
                for (__above = (elm); __above; __above = RB_PARENT(__above, field)) {              \
                        RB_AUGMENT(__above);                                                       \
                }                                                                                  \
        } while (0)
#else
#define RB_AUGMENT(elm)                                                                            \
        do {                                                                                       \
        } while (0)
#define __lwb_rb_augment(type, field, elm)                                                         \
        do {                                                                                       \
        } while (0)
#endif

#define __lwb_rb_is_red(elm, field) ((elm) && RB_COLOR(elm, field) == RB_RED)

/* Puts `new`, which may be missing, where `old` hangs below its parent. */
#define __lwb_rb_replace(head, field, old, new)                                                    \
        do {                                                                                       \
                if (!RB_PARENT(old, field))                                                        \
                        RB_ROOT(head) = (new);                                                     \
                else if (RB_LEFT(RB_PARENT(old, field), field) == (old))                           \
                        RB_LEFT(RB_PARENT(old, field), field) = (new);                             \
                else                                                                               \
                        RB_RIGHT(RB_PARENT(old, field), field) = (new);                            \
        } while (0)

/* Its child on the FAR side takes the place of `down`, which goes below it on the NEAR side. */
#define __lwb_rb_rotate(head, type, field, down, NEAR, FAR)                                        \
        do {                                                                                       \
                struct type *__down = (down);                                                      \
                struct type *__up = __down->field.FAR;                                             \
                __down->field.FAR = __up->field.NEAR;                                              \
                if (__up->field.NEAR)                                                              \
                        RB_PARENT(__up->field.NEAR, field) = __down;                               \
                RB_PARENT(__up, field) = RB_PARENT(__down, field);                                 \
                __lwb_rb_replace(head, field, __down, __up);                                       \
                __up->field.NEAR = __down;                                                         \
                RB_PARENT(__down, field) = __up;                                                   \
                __lwb_rb_augment(type, field, __down);                                             \
        } while (0)

/* `elm` and `__parent`, on the NEAR side of its own, are both red. */
#define __lwb_rb_mend_red(head, type, field, NEAR, FAR)                                            \
        if (__lwb_rb_is_red(__grand->field.FAR, field)) {                                          \
                RB_COLOR(__grand->field.FAR, field) = RB_BLACK;                                    \
                RB_COLOR(__parent, field) = RB_BLACK;                                              \
                RB_COLOR(__grand, field) = RB_RED;                                                 \
                elm = __grand;                                                                     \
        } else {                                                                                   \
                if (__parent->field.FAR == elm) {                                                  \
                        __lwb_rb_rotate(head, type, field, __parent, NEAR, FAR);                   \
                        elm = __parent;                                                            \
                        __parent = RB_PARENT(elm, field);                                          \
                }                                                                                  \
                RB_COLOR(__parent, field) = RB_BLACK;                                              \
                RB_COLOR(__grand, field) = RB_RED;                                                 \
                __lwb_rb_rotate(head, type, field, __grand, FAR, NEAR);                            \
        }

/* Below `__parent` the NEAR side, where `elm` or nothing is, lacks one black element. */
#define __lwb_rb_mend_black(head, type, field, NEAR, FAR)                                          \
        __sibling = __parent->field.FAR;                                                           \
        if (RB_COLOR(__sibling, field) == RB_RED) {                                                \
                RB_COLOR(__sibling, field) = RB_BLACK;                                             \
                RB_COLOR(__parent, field) = RB_RED;                                                \
                __lwb_rb_rotate(head, type, field, __parent, NEAR, FAR);                           \
                __sibling = __parent->field.FAR;                                                   \
        }                                                                                          \
        if (!__lwb_rb_is_red(RB_LEFT(__sibling, field), field) &&                                  \
            !__lwb_rb_is_red(RB_RIGHT(__sibling, field), field)) {                                 \
                RB_COLOR(__sibling, field) = RB_RED;                                               \
                elm = __parent;                                                                    \
                __parent = RB_PARENT(elm, field);                                                  \
                continue;                                                                          \
        }                                                                                          \
        if (!__lwb_rb_is_red(__sibling->field.FAR, field)) {                                       \
                RB_COLOR(__sibling->field.NEAR, field) = RB_BLACK;                                 \
                RB_COLOR(__sibling, field) = RB_RED;                                               \
                __lwb_rb_rotate(head, type, field, __sibling, FAR, NEAR);                          \
                __sibling = __parent->field.FAR;                                                   \
        }                                                                                          \
        RB_COLOR(__sibling, field) = RB_COLOR(__parent, field);                                    \
        RB_COLOR(__parent, field) = RB_BLACK;                                                      \
        RB_COLOR(__sibling->field.FAR, field) = RB_BLACK;                                          \
        __lwb_rb_rotate(head, type, field, __parent, NEAR, FAR);                                   \
        elm = RB_ROOT(head)

/* On to the NEAR end of the FAR branch, or to the first ancestor that is reached from its NEAR
 * side. */
#define __lwb_rb_step(field, NEAR, FAR)                                                            \
        if (elm->field.FAR) {                                                                      \
                elm = elm->field.FAR;                                                              \
                while (elm->field.NEAR)                                                            \
                        elm = elm->field.NEAR;                                                     \
                return elm;                                                                        \
        }                                                                                          \
        while (RB_PARENT(elm, field) && RB_PARENT(elm, field)->field.FAR == elm)                   \
                elm = RB_PARENT(elm, field);                                                       \
        return RB_PARENT(elm, field)

#define RB_GENERATE(name, type, field, cmp)                                                        \
        RB_PROTOTYPE(name, type, field, cmp) __lwb_rb_generate(name, type, field, cmp, )
#define RB_GENERATE_STATIC(name, type, field, cmp)                                                 \
        RB_PROTOTYPE_STATIC(name, type, field, cmp)                                                \
        __lwb_rb_generate(name, type, field, cmp, __attribute__((__unused__)) static)
#define __lwb_rb_generate(name, type, field, cmp, attributes)                                      \
        attributes void name##_RB_INSERT_COLOR(struct name *head, struct type *elm)                \
        {                                                                                          \
                struct type *__parent, *__grand;                                                   \
                while ((__parent = RB_PARENT(elm, field)) &&                                       \
                       RB_COLOR(__parent, field) == RB_RED) {                                      \
                        __grand = RB_PARENT(__parent, field);                                      \
                        if (RB_LEFT(__grand, field) == __parent) {                                 \
                                __lwb_rb_mend_red(head, type, field, rbe_left, rbe_right)          \
                        } else {                                                                   \
                                __lwb_rb_mend_red(head, type, field, rbe_right, rbe_left)          \
                        }                                                                          \
                }                                                                                  \
                RB_COLOR(RB_ROOT(head), field) = RB_BLACK;                                         \
        }                                                                                          \
        attributes void name##_RB_REMOVE_COLOR(struct name *head, struct type *__parent,           \
                                               struct type *elm)                                   \
        {                                                                                          \
                struct type *__sibling;                                                            \
                while (elm != RB_ROOT(head) && !__lwb_rb_is_red(elm, field)) {                     \
                        if (RB_LEFT(__parent, field) == elm) {                                     \
                                __lwb_rb_mend_black(head, type, field, rbe_left, rbe_right);       \
                        } else {                                                                   \
                                __lwb_rb_mend_black(head, type, field, rbe_right, rbe_left);       \
                        }                                                                          \
                }                                                                                  \
                if (elm)                                                                           \
                        RB_COLOR(elm, field) = RB_BLACK;                                           \
        }                                                                                          \
        attributes struct type *name##_RB_INSERT(struct name *head, struct type *elm)              \
        {                                                                                          \
                struct type *__parent = 0;                                                         \
                struct type **__link = &RB_ROOT(head);                                             \
                while (*__link) {                                                                  \
                        __typeof__(cmp(elm, elm)) __order = cmp(elm, *__link);                     \
                        __parent = *__link;                                                        \
                        if (__order < 0)                                                           \
                                __link = &RB_LEFT(__parent, field);                                \
                        else if (__order > 0)                                                      \
                                __link = &RB_RIGHT(__parent, field);                               \
                        else                                                                       \
                                return __parent;                                                   \
                }                                                                                  \
                RB_LEFT(elm, field) = 0;                                                           \
                RB_RIGHT(elm, field) = 0;                                                          \
                RB_PARENT(elm, field) = __parent;                                                  \
                RB_COLOR(elm, field) = RB_RED;                                                     \
                *__link = elm;                                                                     \
                __lwb_rb_augment(type, field, elm);                                                \
                name##_RB_INSERT_COLOR(head, elm);                                                 \
                return 0;                                                                          \
        }                                                                                          \
        attributes struct type *name##_RB_REMOVE(struct name *head, struct type *elm)              \
        {                                                                                          \
                struct type *__child, *__parent, *__next;                                          \
                int __color;                                                                       \
                if (RB_LEFT(elm, field) && RB_RIGHT(elm, field)) {                                 \
                        /* Its successor has no left branch, and takes its place. */               \
                        __next = RB_RIGHT(elm, field);                                             \
                        while (RB_LEFT(__next, field))                                             \
                                __next = RB_LEFT(__next, field);                                   \
                } else {                                                                           \
                        __next = elm;                                                              \
                }                                                                                  \
                __child =                                                                          \
                    RB_LEFT(__next, field) ? RB_LEFT(__next, field) : RB_RIGHT(__next, field);     \
                __parent = RB_PARENT(__next, field);                                               \
                __color = RB_COLOR(__next, field);                                                 \
                if (__child)                                                                       \
                        RB_PARENT(__child, field) = __parent;                                      \
                __lwb_rb_replace(head, field, __next, __child);                                    \
                if (__next != elm) {                                                               \
                        if (__parent == elm)                                                       \
                                __parent = __next;                                                 \
                        __next->field = elm->field;                                                \
                        __lwb_rb_replace(head, field, elm, __next);                                \
                        RB_PARENT(RB_LEFT(__next, field), field) = __next;                         \
                        if (RB_RIGHT(__next, field))                                               \
                                RB_PARENT(RB_RIGHT(__next, field), field) = __next;                \
                }                                                                                  \
                __lwb_rb_augment(type, field, __parent);                                           \
                if (__color == RB_BLACK)                                                           \
                        name##_RB_REMOVE_COLOR(head, __parent, __child);                           \
                return elm;                                                                        \
        }                                                                                          \
        attributes struct type *name##_RB_FIND(struct name *head, struct type *elm)                \
        {                                                                                          \
                struct type *__node = RB_ROOT(head);                                               \
                while (__node) {                                                                   \
                        __typeof__(cmp(elm, elm)) __order = cmp(elm, __node);                      \
                        if (__order == 0)                                                          \
                                break;                                                             \
                        __node = __order < 0 ? RB_LEFT(__node, field) : RB_RIGHT(__node, field);   \
                }                                                                                  \
                return __node;                                                                     \
        }                                                                                          \
        attributes struct type *name##_RB_NFIND(struct name *head, struct type *elm)               \
        {                                                                                          \
                struct type *__node = RB_ROOT(head), *__found = 0;                                 \
                while (__node) {                                                                   \
                        __typeof__(cmp(elm, elm)) __order = cmp(elm, __node);                      \
                        if (__order <= 0)                                                          \
                                __found = __node;                                                  \
                        if (__order == 0)                                                          \
                                break;                                                             \
                        __node = __order < 0 ? RB_LEFT(__node, field) : RB_RIGHT(__node, field);   \
                }                                                                                  \
                return __found;                                                                    \
        }                                                                                          \
        attributes struct type *name##_RB_NEXT(struct type *elm)                                   \
        {                                                                                          \
                __lwb_rb_step(field, rbe_left, rbe_right);                                         \
        }                                                                                          \
        attributes struct type *name##_RB_PREV(struct type *elm)                                   \
        {                                                                                          \
                __lwb_rb_step(field, rbe_right, rbe_left);                                         \
        }                                                                                          \
        attributes struct type *name##_RB_MINMAX(struct name *head, int __side)                    \
        {                                                                                          \
                struct type *__node = RB_ROOT(head), *__found = 0;                                 \
                while (__node) {                                                                   \
                        __found = __node;                                                          \
                        __node = __side < 0 ? RB_LEFT(__node, field) : RB_RIGHT(__node, field);    \
                }                                                                                  \
                return __found;                                                                    \
        }                                                                                          \
        attributes struct type *name##_RB_REINSERT(struct name *head, struct type *elm)            \
        {                                                                                          \
                struct type *__before = name##_RB_PREV(elm), *__after = name##_RB_NEXT(elm);       \
                if ((!__before || cmp(__before, elm) < 0) && (!__after || cmp(elm, __after) < 0))  \
                        return 0;                                                                  \
                name##_RB_REMOVE(head, elm);                                                       \
                return name##_RB_INSERT(head, elm);                                                \
        }

#endif
