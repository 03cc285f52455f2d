// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace crypto {

// Before anything of libsodium is called. Without a random source the process ends: nothing here
// may go on. Any thread; not for other folders.
void ready();

}  // namespace crypto
