// System libcurl for Swift. Functions that take any number of arguments do not cross into Swift, so each use that is needed
// is here as a function; everything else comes straight from <curl/curl.h>.
#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/types.h>

#if defined(__linux__)
#include <sys/prctl.h>
#endif

/// `curl_easy_setopt` with a number.
static inline CURLcode CCurl_setNumber(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

/// `curl_easy_setopt` with a length.
static inline CURLcode CCurl_setLength(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}

/// `curl_easy_setopt` with a text, which is copied.
static inline CURLcode CCurl_setText(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

/// `curl_easy_setopt` with an address, which is kept.
static inline CURLcode CCurl_setAddress(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}

/// The function that takes the answer's body, or the lines of its header.
static inline CURLcode CCurl_setTaker(CURL *handle, CURLoption option, curl_write_callback take) {
  return curl_easy_setopt(handle, option, take);
}

/// The functions that give the request's body, and go to a place in it.
static inline CURLcode CCurl_setGivers(CURL *handle, curl_read_callback give, curl_seek_callback seek) {
  const CURLcode code = curl_easy_setopt(handle, CURLOPT_READFUNCTION, give);
  return code ? code : curl_easy_setopt(handle, CURLOPT_SEEKFUNCTION, seek);
}

/// `curl_easy_getinfo` of a number; -1 if it is not known.
static inline long CCurl_number(CURL *handle, CURLINFO info) {
  long value = -1;
  return curl_easy_getinfo(handle, info, &value) == CURLE_OK ? value : -1;
}

/// `curl_easy_getinfo` of a length or of microseconds; -1 if it is not known.
static inline curl_off_t CCurl_length(CURL *handle, CURLINFO info) {
  curl_off_t value = -1;
  return curl_easy_getinfo(handle, info, &value) == CURLE_OK ? value : -1;
}

/// `prctl`, which takes any number of arguments too: no core file is written of this process, and no other process of the
/// same user can look into its memory.
static inline void CCurl_hideMemory(void) {
  const struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
#if defined(__linux__)
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

extern char **environ;

/// Starts `gcloud`, as `PATH` has it, without input and in a group of processes of its own: posix_spawn, whose types differ
/// between systems. Its process, or an error below 0.
static inline pid_t CCurl_startGcloud(int output, int errors) {
  char *const words[] = {(char *)"gcloud", (char *)"--quiet", (char *)"auth", (char *)"print-access-token", 0};
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t usual;
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  if (posix_spawn_file_actions_init(&actions)) return -ENOMEM;
  if (posix_spawnattr_init(&attributes)) {
    posix_spawn_file_actions_destroy(&actions);
    return -ENOMEM;
  }
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output, 1);
  posix_spawn_file_actions_adddup2(&actions, errors, 2);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  pid_t process = 0;
  const int error = posix_spawnp(&process, words[0], &actions, &attributes, words, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error ? -error : process;
}

#endif
