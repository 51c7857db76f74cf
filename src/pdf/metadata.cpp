// What the file says about itself.
//
// The information dictionary and XMP must say the same (ISO 19005-3, 6.6.3), so both are
// written from one cleaned copy of each text. Claims: PDF/UA-1, and PDF/A-3a if files are
// attached, which PDF/A-2a does not allow.

#include "pdf/metadata.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "base/version.hpp"
#include "page/page.hpp"
#include "pdf/document.hpp"
#include "pdf/icc.hpp"
#include "pdf/pdf.hpp"
#include "pdf/pdf_date.hpp"

namespace trialsheet {

namespace {

constexpr std::string_view creator = "trialsheet";

/// pdfuaid is not one of the schemas that PDF/A knows, so it is described (6.6.2.3).
constexpr std::string_view extension_schema =
    R"(<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
)";

/// One description of all says the same as one for each schema, and is shorter.
constexpr std::string_view description = R"(<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
)";

struct Facts {
  std::string title;
  std::string subject;
  std::string language;
  bool right_to_left = false;
  std::string producer;
  std::optional<Date> created;
  int pdfa_part = 2;
};

/// Characters that XML 1.0 cannot hold become spaces or U+FFFD. So does CR, which an XML
/// reader would turn into LF, and the two copies would differ.
std::string clean(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, length] = character_at(text, at);
    at += length;
    const bool is_control = code < 0x20 || code == 0x7F;
    const bool is_no_character = (code & 0xFFFE) == 0xFFFE;
    out += to_utf8(is_control ? U' ' : is_no_character ? U'\uFFFD' : code);
  }
  return out;
}

Facts facts_of(const Sheet& sheet, const PdfOptions& options, bool has_files) {
  return {.title = clean(sheet.title),
          .subject = clean(options.subject),
          .language = clean(sheet.language),
          .right_to_left = sheet.right_to_left,
          .producer = fmt::format("{} {}", creator, version()),
          .created = options.created,
          .pdfa_part = has_files ? 3 : 2};
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '&')
      out += "&amp;";
    else
      out += c;
  }
  return out;
}

/// A text with a default language only.
std::string alternatives(std::string_view property, const std::string& text) {
  return fmt::format(
      "<{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></{0}>\n",
      property, escaped(text));
}

std::string dublin_core(const Facts& facts) {
  return fmt::format(
      "<dc:format>application/pdf</dc:format>\n{}{}{}",
      alternatives("dc:title", facts.title),
      facts.subject.empty() ? "" : alternatives("dc:description", facts.subject),
      facts.language.empty()
          ? ""
          : fmt::format(
                "<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>\n",
                escaped(facts.language)));
}

std::string tools_and_dates(const Facts& facts) {
  const auto dates = facts.created ? fmt::format(
                                         "<xmp:CreateDate>{0}</xmp:CreateDate>\n"
                                         "<xmp:ModifyDate>{0}</xmp:ModifyDate>\n",
                                         iso(*facts.created))
                                   : "";
  return fmt::format(
      "<xmp:CreatorTool>{}</xmp:CreatorTool>\n"
      "<pdf:Producer>{}</pdf:Producer>\n{}",
      creator, facts.producer, dates);
}

std::string claims(const Facts& facts) {
  return fmt::format(
      "<pdfaid:part>{}</pdfaid:part>\n"
      "<pdfaid:conformance>A</pdfaid:conformance>\n"
      "<pdfuaid:part>1</pdfuaid:part>\n",
      facts.pdfa_part);
}

/// An XMP packet (ISO 16684-1). The `id` is the one that every packet has.
std::string xmp_packet(const Facts& facts) {
  return fmt::format(
      "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "{}{}{}{}{}</rdf:Description>\n"
      "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>",
      description, dublin_core(facts), tools_and_dates(facts), claims(facts),
      extension_schema);
}

void write_xmp(Document& document, const Facts& facts) {
  // Unfiltered, so that tools which know nothing of PDF find it (ISO 19005-3, 6.6.2).
  Dictionary entries;
  entries.set("Type", Name{"Metadata"}).set("Subtype", Name{"XML"});
  document.catalog().set("Metadata", document.add(entries, plain(xmp_packet(facts))));
}

/// Document information (ISO 32000-1, 14.3.3).
void write_information(Document& document, const Facts& facts) {
  auto& information = document.information();
  information.set("Title", Text{facts.title});
  if (!facts.subject.empty())
    information.set("Subject", Text{facts.subject});
  information.set("Creator", Text{creator}).set("Producer", Text{facts.producer});
  if (!facts.created)
    return;
  const auto date = pdf_date(*facts.created);
  information.set("CreationDate", Text{date}).set("ModDate", Text{date});
}

/// Output intent (14.11.5); PDF/A allows our DeviceRGB and black only with one.
void write_output_intent(Document& document) {
  Dictionary profile;
  profile.set("N", 3);
  Dictionary intent;
  intent.set("Type", Name{"OutputIntent"}).set("S", Name{"GTS_PDFA1"});
  intent.set("OutputConditionIdentifier", Text{"sRGB"});
  intent.set("Info", Text{"sRGB IEC 61966-2-1"});
  intent.set("DestOutputProfile", document.add(profile, srgb_stream()));
  document.catalog().set("OutputIntents", std::array{document.add(intent)});
}

/// PDF/UA-1, 7.1 (Marked, DisplayDocTitle) and 7.2 (Lang).
void write_promises(Document& document, const Facts& facts) {
  auto& catalog = document.catalog();
  catalog.set("MarkInfo", Raw{"<</Marked true>>"});
  catalog.set("ViewerPreferences",
              Raw{facts.right_to_left ? "<</DisplayDocTitle true/Direction/R2L>>"
                                      : "<</DisplayDocTitle true>>"});
  catalog.set("Lang", Text{facts.language});
}

}  // namespace

void write_metadata(Document& document, const Sheet& sheet, const PdfOptions& options,
                    bool has_files) {
  const auto facts = facts_of(sheet, options, has_files);
  write_promises(document, facts);
  write_xmp(document, facts);
  write_information(document, facts);
  write_output_intent(document);
}

}  // namespace trialsheet
