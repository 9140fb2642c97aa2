// Reads a dataset with simdjson On-Demand, line by line: blocks of 512 KB, one buffer, one parser.
//
//     c++ -std=c++17 -O3 -march=native simdjson-lines.cpp -lsimdjson
//     simdjson-lines full|lazy FILE        status 1 if a line is faulty
//
// full: every string is unescaped, keys too, and every number is read. lazy: the schema is walked, and what it does not
// need is skipped, so much that is wrong goes unseen. Neither looks for duplicate keys.
#include <fcntl.h>
#include <simdjson.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <string_view>
#include <vector>

namespace ondemand = simdjson::ondemand;
using simdjson::error_code;
using simdjson::SUCCESS;

static const size_t block = 512 << 10;
static const error_code wrong_schema = simdjson::INCORRECT_TYPE;

/// What was read, so that no compiler leaves the reading out.
static struct {
  size_t lines, faulty, string_bytes;
  double numbers;
} counts;

#define TRY(expression) \
  if (error_code error = (expression); error != SUCCESS) return error

/// Reads a value with all that is in it.
static error_code read_all(ondemand::value value) {
  ondemand::json_type type;
  TRY(value.type().get(type));
  switch (type) {
    case ondemand::json_type::object: {
      ondemand::object object;
      TRY(value.get_object().get(object));
      for (auto result : object) {
        ondemand::field field;
        std::string_view key;
        TRY(std::move(result).get(field));
        TRY(field.unescaped_key().get(key));
        counts.string_bytes += key.size();
        TRY(read_all(field.value()));
      }
      return SUCCESS;
    }
    case ondemand::json_type::array: {
      ondemand::array array;
      TRY(value.get_array().get(array));
      for (auto result : array) {
        ondemand::value element;
        TRY(std::move(result).get(element));
        TRY(read_all(element));
      }
      return SUCCESS;
    }
    case ondemand::json_type::string: {
      std::string_view text;
      TRY(value.get_string().get(text));
      counts.string_bytes += text.size();
      return SUCCESS;
    }
    case ondemand::json_type::number: {
      double number;
      TRY(value.get_double().get(number));
      counts.numbers += number;
      return SUCCESS;
    }
    case ondemand::json_type::boolean: {
      bool boolean;
      return value.get_bool().get(boolean);
    }
    default: {
      bool is_null;
      TRY(value.is_null().get(is_null));
      return is_null ? SUCCESS : wrong_schema;
    }
  }
}

/// A value that the schema does not look into.
template <bool full>
static error_code pass(ondemand::value value) {
  if constexpr (full) return read_all(value);
  return SUCCESS;
}

/// A value that the schema wants to be of one type, no matter what is in it.
template <bool full>
static error_code pass(ondemand::value value, ondemand::json_type expected) {
  ondemand::json_type type;
  TRY(value.type().get(type));
  return type == expected ? pass<full>(value) : wrong_schema;
}

/// Calls `visit` with the key and the value of every field.
template <bool full, typename Visit>
static error_code each_field(ondemand::object object, Visit visit) {
  for (auto result : object) {
    ondemand::field field;
    TRY(std::move(result).get(field));
    if constexpr (full) {
      std::string_view key;
      TRY(field.unescaped_key().get(key));
      TRY(visit(key, field.value()));
    } else {
      TRY(visit(field.key(), field.value()));
    }
  }
  return SUCCESS;
}

template <bool full, typename Visit>
static error_code each_field(ondemand::value value, Visit visit) {
  ondemand::object object;
  TRY(value.get_object().get(object));
  return each_field<full>(object, visit);
}

template <typename Visit>
static error_code each_element(ondemand::value value, Visit visit) {
  ondemand::array array;
  TRY(value.get_array().get(array));
  for (auto result : array) {
    ondemand::value element;
    TRY(std::move(result).get(element));
    TRY(visit(element));
  }
  return SUCCESS;
}

/// A functionCall or a functionResponse: a name, and an object.
template <bool full>
static error_code function(ondemand::value value, const char *payload) {
  return each_field<full>(value, [=](auto key, ondemand::value field) {
    if (key == "name") return pass<full>(field, ondemand::json_type::string);
    if (key == payload) return pass<full>(field, ondemand::json_type::object);
    return pass<full>(field);
  });
}

template <bool full>
static error_code part(ondemand::value value) {
  return each_field<full>(value, [](auto key, ondemand::value field) {
    if (key == "text") return pass<full>(field, ondemand::json_type::string);
    if (key == "functionCall") return function<full>(field, "args");
    if (key == "functionResponse") return function<full>(field, "response");
    return pass<full>(field);
  });
}

/// One turn, or the system instruction.
template <bool full>
static error_code content(ondemand::value value) {
  bool has_parts = false;
  TRY(each_field<full>(value, [&](auto key, ondemand::value field) -> error_code {
    if (key == "role") {
      std::string_view role;
      TRY(field.get_string().get(role));
      bool is_known = role == "user" || role == "model" || role == "function" || role == "system";
      return is_known ? SUCCESS : wrong_schema;
    }
    if (key == "parts") {
      has_parts = true;
      return each_element(field, part<full>);
    }
    return pass<full>(field);
  }));
  return has_parts ? SUCCESS : wrong_schema;
}

template <bool full>
static error_code tool(ondemand::value value) {
  return each_field<full>(value, [](auto key, ondemand::value field) {
    if (key == "functionDeclarations") {
      return each_element(field, [](ondemand::value declaration) { return function<full>(declaration, "parameters"); });
    }
    return pass<full>(field);
  });
}

template <bool full>
static error_code example(ondemand::parser &parser, const char *line, size_t length, size_t readable) {
  ondemand::document document;
  TRY(parser.iterate(simdjson::padded_string_view(line, length, readable)).get(document));
  ondemand::object object;
  TRY(document.get_object().get(object));
  bool has_contents = false;
  TRY(each_field<full>(object, [&](auto key, ondemand::value field) -> error_code {
    if (key == "contents") {
      has_contents = true;
      return each_element(field, content<full>);
    }
    if (key == "systemInstruction") return content<full>(field);
    if (key == "tools") return each_element(field, tool<full>);
    return pass<full>(field);
  }));
  bool is_at_end = document.current_location().error() == simdjson::OUT_OF_BOUNDS;
  return has_contents && is_at_end ? SUCCESS : wrong_schema;
}

template <bool full>
static bool read_file(int file) {
  ondemand::parser parser;
  //  0            begin            end                 size
  //  |  read      |  unread lines  |  to be filled     |  padding, readable and never filled  |
  std::vector<char> buffer(2 * block + simdjson::SIMDJSON_PADDING);
  size_t begin = 0, end = 0;
  for (;;) {
    // What is left of the last block goes to the front, and a line longer than the buffer makes it larger.
    memmove(buffer.data(), buffer.data() + begin, end - begin);
    end -= begin;
    begin = 0;
    if (end + block + simdjson::SIMDJSON_PADDING > buffer.size()) buffer.resize(2 * buffer.size());
    ssize_t count = read(file, buffer.data() + end, block);
    if (count < 0) return false;
    const char *unsearched = buffer.data() + end;
    end += count;
    bool is_last = count == 0;
    while (begin < end) {
      const char *limit = buffer.data() + end;
      auto feed = static_cast<const char *>(memchr(unsearched, '\n', limit - unsearched));
      if (!feed && !is_last) break;
      size_t length = (feed ? feed : limit) - (buffer.data() + begin);
      error_code error = example<full>(parser, buffer.data() + begin, length, buffer.size() - begin);
      counts.lines += 1;
      counts.faulty += error != SUCCESS;
      begin = feed ? begin + length + 1 : end;
      unsearched = buffer.data() + begin;
    }
    if (is_last) return true;
  }
}

int main(int count, char **arguments) {
  std::string_view mode = count == 3 ? arguments[1] : "";
  if (mode != "full" && mode != "lazy") {
    fprintf(stderr, "simdjson %d.%d.%d, %s\nusage: simdjson-lines full|lazy FILE\n", simdjson::SIMDJSON_VERSION_MAJOR,
            simdjson::SIMDJSON_VERSION_MINOR, simdjson::SIMDJSON_VERSION_REVISION,
            simdjson::get_active_implementation()->name().c_str());
    return 2;
  }
  int file = open(arguments[2], O_RDONLY);
  bool is_read = file >= 0 && (mode == "full" ? read_file<true>(file) : read_file<false>(file));
  if (!is_read) {
    perror(arguments[2]);
    return 2;
  }
  printf("%zu lines, %zu faulty, %zu bytes of strings, numbers add up to %g\n", counts.lines, counts.faulty,
         counts.string_bytes, counts.numbers);
  return counts.faulty ? 1 : 0;
}
