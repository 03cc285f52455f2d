// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include <httplib.h>

#include "contract.h"
#include "faults.h"
#include "service.h"

namespace sandbox {

// Between HTTP and the service: finds the operation in the contract, holds requests and our own
// answers against its schemas, plays the faults that are a matter of content, and serves the
// routes that only a stand-in has. Calls may come from every thread.
class Front {
 public:
  // `faultsChanged` is called after the fault plan was replaced, before that is answered. Nothing
  // is owned.
  Front(const Contract& contract, Service& service, FaultPlan& faults,
        std::function<void()> faultsChanged);

  // The contract's routes and the sandbox's own.
  void answer(const httplib::Request& request, httplib::Response& response);
  // The sandbox's own routes only.
  void answerControl(const httplib::Request& request, httplib::Response& response);
  // How the fault plan knows this call; nothing for the sandbox's own routes.
  std::optional<RouteNames> nameOf(const httplib::Request& request) const;

 private:
  Answer national(const httplib::Request& request, int refusedStatus);
  Answer control(const httplib::Request& request);
  Answer checked(const ContractCall& call, Answer answer) const;
  std::optional<Answer> refusal(Call& call, const httplib::Request& request) const;

  const Contract& m_contract;
  Service& m_service;
  FaultPlan& m_faults;
  std::function<void()> m_faultsChanged;
};

}  // namespace sandbox
