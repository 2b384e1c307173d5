/*
 * A disk that fails when it is told to: preloaded into a process, it stands between the process and the files whose names contain
 * FAULTY_NAME. The file named by FAULTY_CONTROL says what happens: "ok", "full" (no space left), "broken" (writes fail),
 * "torn" (half of each write arrives, then no space is left) or "unsynced" (fsync and fdatasync fail).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int is_ours(int fd) {
    char link[64], path[4096];
    const char *name = getenv("FAULTY_NAME");
    if (!name) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    /* The index of the write-ahead log is shared memory, not disk. */
    return strstr(path, name) != NULL && strstr(path, "-shm") == NULL;
}

static int told(const char *what) {
    char said[16] = {0};
    const char *control = getenv("FAULTY_CONTROL");
    int fd = control ? open(control, O_RDONLY) : -1;
    if (fd < 0) return 0;
    ssize_t length = read(fd, said, sizeof said - 1);
    close(fd);
    return length > 0 && strncmp(said, what, strlen(what)) == 0;
}

static ssize_t faulty_pwrite(const char *symbol, int fd, const void *bytes, size_t count, off64_t at) {
    ssize_t (*real)(int, const void *, size_t, off64_t) = dlsym(RTLD_NEXT, symbol);
    if (is_ours(fd)) {
        if (told("full")) { errno = ENOSPC; return -1; }
        if (told("broken")) { errno = EIO; return -1; }
        if (told("torn")) {
            if (count > 1) return real(fd, bytes, count / 2, at);
            errno = ENOSPC;
            return -1;
        }
    }
    return real(fd, bytes, count, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) { return faulty_pwrite("pwrite64", fd, bytes, count, at); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { return faulty_pwrite("pwrite", fd, bytes, count, at); }

static int faulty_sync(const char *symbol, int fd) {
    int (*real)(int) = dlsym(RTLD_NEXT, symbol);
    if (is_ours(fd) && told("unsynced")) { errno = EIO; return -1; }
    return real(fd);
}

int fsync(int fd) { return faulty_sync("fsync", fd); }
int fdatasync(int fd) { return faulty_sync("fdatasync", fd); }
