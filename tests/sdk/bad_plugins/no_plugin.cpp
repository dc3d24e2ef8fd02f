#include "mark.hpp"

static const bool kMarked = leaveMark("no_plugin");

extern "C" __attribute__((visibility("default"))) int boardpackSomethingElse() { return kMarked ? 1 : 0; }
