// Insertions: which are kept, and the text with them.

#include "words/insertions.hpp"

#include <algorithm>
#include <utility>

namespace trialsheet {
namespace {

void drop(std::vector<Insertion>& insertions, std::vector<Insertion>::iterator dropped,
          std::vector<std::string>& terms) {
  const std::size_t count = dropped->end_term - dropped->first_term;
  const auto first = terms.begin() + static_cast<std::ptrdiff_t>(dropped->first_term);
  terms.erase(first, first + static_cast<std::ptrdiff_t>(count));
  for (auto later = insertions.erase(dropped); later != insertions.end(); ++later) {
    later->first_term -= count;
    later->end_term -= count;
  }
}

}  // namespace

void keep_hardest(std::vector<Insertion>& insertions, std::size_t most,
                  std::vector<std::string>& terms) {
  while (insertions.size() > most) {
    const auto easy = std::find_if(insertions.rbegin(), insertions.rend(),
                                   [](const Insertion& each) { return !each.hard; });
    drop(insertions, easy == insertions.rend() ? insertions.end() - 1 : easy.base() - 1,
         terms);
  }
}

void insert(std::string_view text, std::vector<Insertion>& insertions, Glossed& glossed) {
  std::size_t copied = 0;
  for (Insertion& each : insertions) {
    glossed.text += text.substr(copied, each.at - copied);
    glossed.text += each.gloss;
    copied = each.at;
    glossed.inserted.push_back(std::move(each.gloss));
    (each.hard ? glossed.hard : glossed.easy) = true;
  }
  glossed.text += text.substr(copied);
}

}  // namespace trialsheet
