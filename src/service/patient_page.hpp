// The patient's page: its requests and responses.
//
// NCT numbers travel in the body of POST only: addresses stand in histories, logs of
// proxies and referrers, and an NCT number tells of an illness.

#pragma once

#include "service/problem.hpp"
#include "service/sheet_api.hpp"
#include "service/web_texts.hpp"

namespace trialsheet {

/// GET /: the empty form, in the language of ?ui= or of the browser.
ServiceResponse patient_start(Sheets& sheets, const WebLanguages& languages,
                              const RoutedRequest& routed);

/// POST /: the sheet beside the form, or what is wrong.
ServiceResponse patient_result(Sheets& sheets, const WebLanguages& languages,
                               const RoutedRequest& routed);

/// POST /sheet: the PDF, to be saved if the form says `save`; or what is wrong.
ServiceResponse patient_pdf(Sheets& sheets, const WebLanguages& languages,
                            const RoutedRequest& routed);

/// A request that was refused before it came to a form: too large, or too much to do.
ServiceResponse patient_refusal(Sheets& sheets, const WebLanguages& languages,
                                const Problem& problem, std::string_view accept_language);

/// The style, script and icon of the page, and GET /paper/{size}: the style that prints
/// on that paper. Throws Problem 404.
ServiceResponse patient_asset(const RoutedRequest& routed);

}  // namespace trialsheet
