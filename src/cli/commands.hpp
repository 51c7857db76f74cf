// The commands. Each returns its exit code, or throws an Error that ends it.

#pragma once

#include "cli/arguments.hpp"

namespace trialsheet {

int run(const RenderCommand& command);
int run(const BundleCommand& command);
int run(const ExplainCommand& command);
int run(const LayoutsCommand& command);
int run(const BrandsCommand& command);
int run(const FontsCommand& command);
int run(const LanguagesCommand& command);
int run(const FetchCommand& command);
int run(const ServeCommand& command);
int run(const BatchCommand& command);
int run(const MergeCommand& command);
int run(const StdioCommand& command);
int run(const Reply& reply);

}  // namespace trialsheet
