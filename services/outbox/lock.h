// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/lock.h"

namespace outbox {

using storage::Lock;
using storage::Wait;

}  // namespace outbox
