/* A page of PDFium in bulk: plain records in the caller's arrays, for one call instead of many for each glyph.
 *
 * Nothing is decided here, and nothing computed; `gather_plain.py` does the same from Python and is the
 * specification. Neither Python nor PDFium is linked: the caller hands over PDFium's functions by address
 * (`struct functions`), each array with the number of records that it has room for, and gets back how many there
 * are. Nothing is written beyond that room. What PDFium does not tell stays zero.
 */

#include <stdint.h>
#include <string.h>

#ifdef _WIN32
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

/* To be counted up with any change of what is exported, its records, or the order of the functions. */
#define VERSION 1

enum { TEXT = 1, PATH = 2, IMAGE = 3, FORM = 5 };
/* PDFium itself stops far above this. */
enum { DEEPEST = 200 };

typedef void *handle;

struct functions {
    int (*char_unmapped)(handle, int);
    handle (*char_object)(handle, int);
    int (*char_box)(handle, int, void *);
    int (*char_matrix)(handle, int, void *);
    double (*char_size)(handle, int);
    handle (*text_font)(handle);
    int (*text_mode)(handle);
    int (*count_objects)(handle);
    handle (*get_object)(handle, int);
    int (*count_form_objects)(handle);
    handle (*get_form_object)(handle, unsigned long);
    int (*object_type)(handle);
    int (*object_matrix)(handle, void *);
    int (*object_blends)(handle);
    int (*fill_color)(handle, unsigned int *, unsigned int *, unsigned int *, unsigned int *);
    int (*stroke_color)(handle, unsigned int *, unsigned int *, unsigned int *, unsigned int *);
    int (*draw_mode)(handle, int *, int *);
    int (*count_segments)(handle);
    handle (*get_segment)(handle, int);
    int (*segment_point)(handle, float *, float *);
    int (*segment_type)(handle);
    int (*segment_closes)(handle);
    handle (*clip_path)(handle);
    int (*count_clips)(handle);
    int (*count_clip_segments)(handle, int);
    handle (*get_clip_segment)(handle, int, int);
    void (*transform_object)(handle, double, double, double, double, double, double);
};

struct character {
    uint64_t object;
    float box[4];
    int32_t unmapped, unused;
};

struct run {
    uint64_t font;
    double size;
    float abcd[4], e, f;
};

struct object {
    uint64_t handle, clip, last_clip;
    float matrix[6];
    uint32_t fill[4], stroke[4];
    int32_t kind, form, fill_known, stroke_known, mode, strokes, blends, segments, clips, unused;
};

struct segment {
    float x, y;
    int32_t kind, closes;
};

struct clip_point {
    int32_t clip, path;
    float x, y;
};

/* The version, and how large the caller's records must be. */
EXPORT int32_t gather_sizes(int32_t room, int32_t *sizes)
{
    const int32_t own[] = {
        VERSION, sizeof(struct functions), sizeof(struct character), sizeof(struct run),
        sizeof(struct object), sizeof(struct segment), sizeof(struct clip_point),
    };
    const int32_t count = sizeof own / sizeof own[0];

    for (int32_t at = 0; at < count && at < room; at++)
        sizes[at] = own[at];
    return count;
}

/* Characters of a text page, a record for each of their places. */
EXPORT void gather_characters(const struct functions *ask, handle text, int64_t count, const int32_t *places,
                              struct character *found)
{
    for (int64_t at = 0; at < count; at++) {
        struct character *one = &found[at];

        memset(one, 0, sizeof *one);
        one->unmapped = ask->char_unmapped(text, places[at]) != 0;
        one->object = (uint64_t)(uintptr_t)ask->char_object(text, places[at]);
        ask->char_box(text, places[at], one->box);
    }
}

/* What is common to all characters of a text object, a record for each object and the place of its first one. */
EXPORT void gather_runs(const struct functions *ask, handle text, int64_t count, const int32_t *places,
                        const uint64_t *objects, struct run *found)
{
    for (int64_t at = 0; at < count; at++) {
        struct run *one = &found[at];
        float matrix[6] = {0};

        memset(one, 0, sizeof *one);
        ask->char_matrix(text, places[at], matrix);
        memcpy(one->abcd, matrix, sizeof one->abcd);
        one->e = matrix[4];
        one->f = matrix[5];
        one->size = ask->char_size(text, places[at]);
        one->font = (uint64_t)(uintptr_t)ask->text_font((handle)(uintptr_t)objects[at]);
    }
}

static void describe(const struct functions *ask, handle item, struct object *one)
{
    const int32_t kind = one->kind;

    one->clip = (uint64_t)(uintptr_t)ask->clip_path(item);
    one->clips = ask->count_clips((handle)(uintptr_t)one->clip);
    if (one->clips > 0)
        one->last_clip =
            (uint64_t)(uintptr_t)ask->get_clip_segment((handle)(uintptr_t)one->clip, one->clips - 1, 0);
    if (kind == PATH || kind == IMAGE || kind == FORM)
        ask->object_matrix(item, one->matrix);
    if (kind == TEXT || kind == PATH) {
        one->fill_known = ask->fill_color(item, &one->fill[0], &one->fill[1], &one->fill[2], &one->fill[3]) != 0;
        one->stroke_known =
            ask->stroke_color(item, &one->stroke[0], &one->stroke[1], &one->stroke[2], &one->stroke[3]) != 0;
    }
    if (kind == TEXT)
        one->mode = ask->text_mode(item);
    if (kind == PATH) {
        int mode = 0, strokes = 0;

        ask->draw_mode(item, &mode, &strokes);
        one->mode = mode;
        one->strokes = strokes;
        one->blends = ask->object_blends(item) != 0;
        one->segments = ask->count_segments(item);
        if (one->segments < 0)
            one->segments = 0;
    }
}

/* Add what a page (form -1) or a form holds; returns how many there are then, or -1 where they lie too deep. */
static int64_t walk(const struct functions *ask, handle within, int32_t form, int32_t depth, int64_t done, int64_t room,
                    struct object *found)
{
    const int count = form < 0 ? ask->count_objects(within) : ask->count_form_objects(within);

    if (depth > DEEPEST)
        return -1;
    for (int number = 0; number < count; number++) {
        handle item = form < 0 ? ask->get_object(within, number)
                               : ask->get_form_object(within, (unsigned long)number);
        const int kind = ask->object_type(item);
        const int64_t own = done++;

        if (done > INT32_MAX)
            return -1;
        if (own < room) {
            struct object *one = &found[own];

            memset(one, 0, sizeof *one);
            one->handle = (uint64_t)(uintptr_t)item;
            one->kind = kind;
            one->form = form;
            describe(ask, item, one);
        }
        if (kind == FORM) {
            done = walk(ask, item, (int32_t)own, depth + 1, done, room, found);
            if (done < 0)
                return -1;
        }
    }
    return done;
}

/* The objects of a page in the order in which they are painted, those of a form behind it. Returns how many there
 * are, of which `room` are written at most; -1 where forms lie in each other too deep. */
EXPORT int64_t gather_objects(const struct functions *ask, handle page, int64_t room, struct object *found)
{
    return walk(ask, page, -1, 0, 0, room, found);
}

/* The segments of paths, of each as many as `counts` says. Returns how many there are, of which `room` are written. */
EXPORT int64_t gather_segments(const struct functions *ask, int64_t count, const uint64_t *paths,
                               const int32_t *counts, int64_t room, struct segment *found)
{
    int64_t done = 0;

    for (int64_t path = 0; path < count; path++) {
        for (int32_t number = 0; number < counts[path]; number++, done++) {
            if (done >= room)
                continue;
            handle item = ask->get_segment((handle)(uintptr_t)paths[path], number);
            struct segment *one = &found[done];

            memset(one, 0, sizeof *one);
            ask->segment_point(item, &one->x, &one->y);
            one->kind = ask->segment_type(item);
            one->closes = ask->segment_closes(item) != 0;
        }
    }
    return done;
}

/* The points of clips, each with the number of its clip and that of the path within it. Returns how many there are,
 * of which `room` are written. */
EXPORT int64_t gather_clip_points(const struct functions *ask, int64_t count, const uint64_t *clips,
                                  const int32_t *counts, int64_t room, struct clip_point *found)
{
    int64_t done = 0;

    for (int64_t clip = 0; clip < count; clip++) {
        handle item = (handle)(uintptr_t)clips[clip];

        for (int32_t path = 0; path < counts[clip]; path++) {
            const int segments = ask->count_clip_segments(item, path);

            for (int number = 0; number < segments; number++) {
                handle segment = ask->get_clip_segment(item, path, number);
                float x = 0, y = 0;

                if (!segment || !ask->segment_point(segment, &x, &y))
                    continue;
                if (done < room) {
                    found[done].clip = (int32_t)clip;
                    found[done].path = path;
                    found[done].x = x;
                    found[done].y = y;
                }
                done++;
            }
        }
    }
    return done;
}

/* Transform all that stands on a page itself by a matrix of six. */
EXPORT void gather_turn(const struct functions *ask, handle page, const double *matrix)
{
    const int count = ask->count_objects(page);

    for (int number = 0; number < count; number++)
        ask->transform_object(ask->get_object(page, number), matrix[0], matrix[1], matrix[2], matrix[3], matrix[4],
                              matrix[5]);
}

#ifdef _WIN32
/* Linkers of extension modules ask for it; nobody imports this library. */
EXPORT void *PyInit_gather(void)
{
    return 0;
}
#endif
