// What stands where on the page that the peers make; the format is page_of.py's.

#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

struct Paragraph {
  double x = 0;
  double baseline = 0;  ///< of its first line, from the top
  double width = 0;
  double size = 0;
  bool is_bold = false;
  std::string text;
};

struct Rectangle {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

struct Page {
  std::vector<Paragraph> paragraphs;
  std::vector<Rectangle> rectangles;
};

constexpr double page_width = 612;
constexpr double page_height = 792;
constexpr double leading = 1.25;  // of the size

inline Page read_page(const char* path) {
  std::ifstream file(path);
  Page page;
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line.substr(2));
    if (line[0] == 'T') {
      Paragraph one;
      fields >> one.x >> one.baseline >> one.width >> one.size >> one.is_bold;
      fields.get();
      std::getline(fields, one.text);
      page.paragraphs.push_back(one);
    } else {
      Rectangle one;
      fields >> one.x >> one.y >> one.width >> one.height;
      page.rectangles.push_back(one);
    }
  }
  return page;
}
