// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace journey {

/// Why a configuration file was refused, told so that somebody who edits it by hand can mend it.
struct ConfigFault {
  std::string where;  ///< JSON pointer (RFC 6901) into the document, "" for the whole of it
  std::string what;   ///< what is wrong there, one English sentence without full stop
  std::string mend;   ///< what to write instead, one English sentence without full stop
};

}  // namespace journey
