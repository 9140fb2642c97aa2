// System libcurl for Swift. Functions that take any number of arguments do not cross into Swift, so each use that is needed
// is here as a function; everything else comes straight from <curl/curl.h>.
#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>

/// `curl_easy_setopt` with a number.
static inline CURLcode CCurl_setNumber(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

#endif
