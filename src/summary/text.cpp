// Text form of a summary: what goldens compare and people review.

#include <array>

#include "summary/summary.hpp"

namespace trialsheet {
namespace {

constexpr std::array<std::string_view, 5> tiers = {"fixed", "structured", "grammar",
                                                   "gloss", "verbatim"};
constexpr std::array<std::string_view, 3> answers = {"yes", "no", "ask"};

/// `text` on one line.
std::string flat(std::string_view text) {
  std::string line;
  for (const char c : text) {
    line += c == '\n' ? std::string("\\n") : std::string(1, c);
  }
  return line;
}

class Writer {
 public:
  void line(int depth, std::string_view name, std::string_view text) {
    out_ += std::string(static_cast<std::size_t>(depth) * 2, ' ') + std::string(name) +
            ": " + flat(text) + "\n";
  }

  void statement(int depth, std::string_view name, const Statement& made) {
    const std::string source = made.source.empty() ? "" : " (" + made.source + ")";
    for (const Wording& wording : made.wordings) {
      const bool first = &wording == &made.wordings.front();
      const std::string tier(tiers[static_cast<std::size_t>(wording.tier)]);
      const std::string language =
          wording.language.empty() ? "" : ", " + wording.language;
      line(first ? depth : depth + 1, first ? name : std::string_view("or"),
           wording.text + " [" + tier + language + "]" + (first ? source : ""));
    }
  }

  void rule(int depth, const Rule& rule) {
    std::string name = rule.statement.id;
    name += rule.counted ? "" : " uncounted";
    name += rule.remark ? " remark" : "";
    name += rule.covered ? " covered" : "";
    name += depth == 1 ? " " + std::to_string(rule.rank) + " " + rule.kind : "";
    statement(depth, name, rule.statement);
    for (const Rule& child : rule.children) {
      this->rule(depth + 1, child);
    }
  }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

void write_top(const Summary& summary, Writer& out) {
  out.line(0, "language", summary.language + ", record " + summary.record_language);
  out.line(0, "nct", summary.nct);
  out.line(0, "url", summary.url);
  out.line(0, "document title", summary.document_title);
  if (summary.banner) {
    out.statement(0, "banner", summary.banner->headline);
    out.statement(0, "banner next", summary.banner->next_step);
  }
  out.line(0, "kicker", summary.kicker);
  out.line(0, "how to use", summary.how_to_use);
  out.statement(0, "title", summary.title);
  out.line(0, "what", summary.what_heading);
  for (const Statement& what : summary.what) {
    out.statement(1, what.id, what);
  }
  for (const Statement& what : summary.what_explained) {
    out.statement(1, what.id + " explained", what);
  }
}

void write_rules(const Summary& summary, Writer& out) {
  for (const RuleBlock& block : summary.rule_blocks) {
    const std::string fitting(answers[static_cast<std::size_t>(block.fitting)]);
    out.line(0, block.id, block.heading + " " + block.condition + " [" + fitting + "]");
    for (const Rule& rule : block.rules) {
      out.rule(1, rule);
    }
    if (!block.empty.empty()) {
      out.line(1, "empty", block.empty);
    }
  }
}

void write_right(const Summary& summary, Writer& out) {
  for (const Fact& fact : summary.facts) {
    const std::string name = fact.label + (fact.needed ? "" : " (if there is room)") +
                             (fact.emphatic ? " (emphatic)" : "");
    out.statement(0, name, fact.value);
  }
  out.line(0, "questions", summary.labels.questions);
  for (const Question& question : summary.questions) {
    const std::string because =
        question.because.empty() ? summary.labels.always_worth_asking : question.because;
    out.line(1, std::to_string(question.rank) + " " + question.topic, because);
    out.statement(2, question.statement.id, question.statement);
  }
  out.line(0, "places", summary.labels.places);
  out.statement(1, "places", summary.places);
  out.line(0, "whom to call", summary.contacts.empty() ? summary.no_contact : "");
  for (const ContactLines& contact : summary.contacts) {
    out.line(1, "contact", contact.phone + " | " + contact.name + " | " + contact.email);
  }
}

void write_foot(const Summary& summary, Writer& out) {
  for (const std::string& sentence : summary.footer_left) {
    out.line(0, "footer left", sentence);
  }
  for (const std::string& line : summary.footer_right) {
    out.line(0, "footer right", line);
  }
  const Labels& labels = summary.labels;
  out.line(0, "labels",
           labels.yes + " | " + labels.no + " | " + labels.ask + " | " +
               labels.address_lead + " | " + labels.qr_alt + " | " +
               labels.link_description + " | " + labels.whom_to_call + " | " +
               labels.notes);
}

}  // namespace

std::string to_text(const Summary& summary) {
  Writer out;
  write_top(summary, out);
  write_right(summary, out);
  write_rules(summary, out);
  write_foot(summary, out);
  return out.take();
}

}  // namespace trialsheet
