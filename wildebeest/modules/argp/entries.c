/*
 * The options of an argp and its children as help shows them: in groups, 0 first, then 1, 2 and on,
 * the negative ones last with -1 at the end; by letters within a group. "help" and "version" are
 * always in group -1.
 */
#include <stdlib.h>
#include <string.h>
#include "argp_internal.h"

/* How much there is to allocate. */
struct sizes {
        size_t entries;
        size_t shorts;
};

static bool begins_entry(const struct argp_option *table, const struct argp_option *option)
{
        return option == table || !(option->flags & OPTION_ALIAS);
}

static void measure(const struct argp *argp, struct sizes *sizes)
{
        const struct argp_option *option = argp->options;

        for (; option && !argp_is_end(option); option++) {
                sizes->entries += begins_entry(argp->options, option);
                sizes->shorts += argp_is_short(option);
        }
        for (const struct argp_child *child = argp->children; child && child->argp; child++)
                measure(child->argp, sizes);
}

struct collection {
        struct argp_entries *to;
        size_t shorts_count;
};

static bool taken(const struct collection *all, int key)
{
        return memchr(all->to->shorts, key, all->shorts_count) != NULL;
}

static void collect_options(struct collection *all, const struct argp *argp,
                            const struct argp_cluster *cluster)
{
        const struct argp_option *option = argp->options;
        int group = 0;

        while (option && !argp_is_end(option)) {
                struct argp_entry *entry = &all->to->entries[all->to->count];

                if (option->group)
                        group = option->group;
                else if (!option->name && !option->key)
                        group++;
                *entry = (struct argp_entry){
                    .options = option,
                    .group = group,
                    .cluster = cluster,
                    .argp = argp,
                    .shorts = all->to->shorts + all->shorts_count,
                };
                all->to->count++;
                do {
                        if (argp_is_short(option) && !taken(all, option->key)) {
                                all->to->shorts[all->shorts_count++] = (char)option->key;
                                entry->shorts_count++;
                        }
                        entry->count++;
                        option++;
                } while (!argp_is_end(option) && (option->flags & OPTION_ALIAS));
        }
}

static bool collect(struct collection *all, const struct argp *argp,
                    const struct argp_cluster *cluster)
{
        unsigned index = 0;

        collect_options(all, argp, cluster);
        for (const struct argp_child *child = argp->children; child && child->argp; child++) {
                const struct argp_cluster *own = cluster;

                if (child->group || child->header) {
                        struct argp_cluster *made = malloc(sizeof *made);

                        if (!made)
                                return false;
                        *made = (struct argp_cluster){
                            .header = child->header,
                            .group = child->group,
                            .index = index,
                            .depth = cluster ? cluster->depth + 1 : 1,
                            .parent = cluster,
                            .argp = argp,
                            .next = all->to->clusters,
                        };
                        all->to->clusters = made;
                        own = made;
                }
                index++;
                if (!collect(all, child->argp, own))
                        return false;
        }
        return true;
}

static int compare_groups(int a, int b)
{
        if ((a < 0) != (b < 0))
                return a < 0 ? 1 : -1;
        return (a > b) - (a < b);
}

static const struct argp_cluster *ancestor(const struct argp_cluster *cluster, unsigned depth)
{
        while (cluster && cluster->depth > depth)
                cluster = cluster->parent;
        return cluster;
}

/* Compares entries of different clusters where their ways part. */
static int compare_clusters(const struct argp_entry *a, const struct argp_entry *b)
{
        unsigned deep_a = a->cluster ? a->cluster->depth : 0;
        unsigned deep_b = b->cluster ? b->cluster->depth : 0;
        unsigned depth = deep_a < deep_b ? deep_a : deep_b;
        const struct argp_cluster *up_a = ancestor(a->cluster, depth);
        const struct argp_cluster *up_b = ancestor(b->cluster, depth);

        if (up_a == up_b) {
                /*
                 * One is an option of what the other's cluster is in. Groups tell their order only
                 * at the top; below it, clusters are behind all options.
                 */
                bool a_deeper = deep_a > deep_b;
                int by_group = 0;

                if (depth == 0 && a_deeper)
                        by_group = compare_groups(ancestor(a->cluster, 1)->group, b->group);
                else if (depth == 0)
                        by_group = compare_groups(a->group, ancestor(b->cluster, 1)->group);
                return by_group ? by_group : a_deeper ? 1 : -1;
        }
        while (up_a->parent != up_b->parent) {
                up_a = up_a->parent;
                up_b = up_b->parent;
        }
        if (up_a->group != up_b->group)
                return compare_groups(up_a->group, up_b->group);
        /* The last child is first. Clusters of different argps may tie: their options mix. */
        return (up_a->index < up_b->index) - (up_a->index > up_b->index);
}

static const char *visible_name(const struct argp_entry *entry)
{
        for (unsigned i = 0; i < entry->count; i++) {
                if (entry->options[i].name && !(entry->options[i].flags & OPTION_HIDDEN))
                        return entry->options[i].name;
        }
        return NULL;
}

bool __lwb_argp_has_short(const struct argp_entry *entry, unsigned n)
{
        int key = entry->options[n].key;

        if (!argp_is_short(&entry->options[n]) || !memchr(entry->shorts, key, entry->shorts_count))
                return false;
        for (unsigned i = 0; i < n; i++) {
                if (argp_is_short(&entry->options[i]) && entry->options[i].key == key)
                        return false;
        }
        return true;
}

static int visible_short(const struct argp_entry *entry)
{
        for (unsigned i = 0; i < entry->count; i++) {
                if (__lwb_argp_has_short(entry, i) && !(entry->options[i].flags & OPTION_HIDDEN))
                        return entry->options[i].key;
        }
        return 0;
}

/* Whether an entry is text that goes behind all options; `name` gets what it is sorted by. */
static bool is_text(const struct argp_entry *entry, const char **name)
{
        bool dash = false;

        if (!(entry->options->flags & OPTION_DOC) || !*name)
                return false;
        while (**name && !isalnum((unsigned char)**name))
                dash |= *(*name)++ == '-';
        return !dash;
}

static int compare_caseless(const char *a, const char *b)
{
        while (*a && tolower((unsigned char)*a) == tolower((unsigned char)*b)) {
                a++;
                b++;
        }
        return tolower((unsigned char)*a) - tolower((unsigned char)*b);
}

/* Compares entries of one group in one cluster. */
static int compare_names(const struct argp_entry *a, const struct argp_entry *b)
{
        int short_a = visible_short(a), short_b = visible_short(b);
        const char *name_a = visible_name(a), *name_b = visible_name(b);
        bool text_a = is_text(a, &name_a), text_b = is_text(b, &name_b);
        int first_a = short_a ? short_a : name_a ? (unsigned char)*name_a : -1;
        int first_b = short_b ? short_b : name_b ? (unsigned char)*name_b : -1;

        if (text_a != text_b)
                return text_a ? 1 : -1;
        if ((first_a < 0) != (first_b < 0))
                return first_a < 0 ? -1 : 1;
        if (first_a < 0)
                return 0;
        if (tolower(first_a) != tolower(first_b))
                return tolower(first_a) - tolower(first_b);
        if (first_a != first_b)
                return first_b - first_a;
        if (!short_a != !short_b)
                return short_a ? 1 : -1;
        return short_a ? 0 : compare_caseless(name_a, name_b);
}

static int compare(const struct argp_entry *a, const struct argp_entry *b)
{
        int order = a->cluster == b->cluster ? 0 : compare_clusters(a, b);

        if (!order)
                order = compare_groups(a->group, b->group);
        return order ? order : compare_names(a, b);
}

/*
 * A merge sort: stable, and where clusters tie, which leaves no order that is one, still the same
 * on every libc.
 */
static void sort(struct argp_entry *entries, size_t count, struct argp_entry *scratch)
{
        size_t half = count / 2, left = 0, right = half;

        if (count < 2)
                return;
        sort(entries, half, scratch);
        sort(entries + half, count - half, scratch);
        for (size_t i = 0; i < count; i++) {
                bool from_left = right == count ||
                                 (left < half && compare(&entries[left], &entries[right]) <= 0);

                scratch[i] = entries[from_left ? left++ : right++];
        }
        memcpy(entries, scratch, count * sizeof *entries);
}

/* The first option that is shown with this name goes to the last group, as --help is to be. */
static void move_last(struct argp_entries *entries, const char *name)
{
        for (size_t i = 0; i < entries->count; i++) {
                struct argp_entry *entry = &entries->entries[i];

                for (unsigned n = 0; n < entry->count; n++) {
                        const struct argp_option *option = &entry->options[n];

                        if (option->name && !(option->flags & OPTION_HIDDEN) &&
                            !strcmp(option->name, name)) {
                                entry->group = -1;
                                return;
                        }
                }
        }
}

bool __lwb_argp_entries(struct argp_entries *entries, const struct argp *argp)
{
        struct sizes sizes = {0, 0};
        struct collection all = {.to = entries};

        measure(argp, &sizes);
        *entries = (struct argp_entries){
            .entries = calloc(sizes.entries * 2 + 1, sizeof *entries->entries),
            .shorts = malloc(sizes.shorts + 1),
        };
        if (!entries->entries || !entries->shorts || !collect(&all, argp, NULL)) {
                __lwb_argp_entries_free(entries);
                return false;
        }
        move_last(entries, "help");
        move_last(entries, "version");
        sort(entries->entries, entries->count, entries->entries + entries->count);
        return true;
}

void __lwb_argp_entries_free(struct argp_entries *entries)
{
        while (entries->clusters) {
                struct argp_cluster *cluster = entries->clusters;

                entries->clusters = cluster->next;
                free(cluster);
        }
        free(entries->entries);
        free(entries->shorts);
        *entries = (struct argp_entries){NULL, 0, NULL, NULL};
}
