// SPDX-License-Identifier: Apache-2.0
#include "national/http_client.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <deque>
#include <list>
#include <mutex>
#include <stop_token>
#include <string_view>
#include <thread>

namespace national {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t largestReply = 1U << 20U;
constexpr std::size_t largestHeader = 64U << 10U;
constexpr milliseconds longestConnect{5000};
constexpr milliseconds longestUpload{600000};
// Slower than this is silence to somebody who waits.
constexpr long slowestBytesPerSecond = 64;

struct EasyCleanup {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct ListCleanup {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

struct Transfer {
  HttpRequest request;
  ReplyHandler handler;
  std::unique_ptr<CURL, EasyCleanup> easy;
  std::unique_ptr<curl_slist, ListCleanup> headers;
  std::array<char, CURL_ERROR_SIZE> words{};
  std::string body;
  std::size_t headerBytes = 0;
  bool tooLarge = false;
  bool headersWhole = false;  // the empty line came
  bool framed = false;        // the headers say where the body ends
};

template <typename T>
void set(CURL* easy, CURLoption option, T value) {
  // An option that this libcurl refuses would weaken the call in silence.
  if (curl_easy_setopt(easy, option, value) != CURLE_OK) std::abort();
}

std::size_t takeBody(const char* data, std::size_t, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  if (transfer.body.size() + count > largestReply) {
    transfer.tooLarge = true;
    return 0;
  }
  transfer.body.append(data, count);
  return count;
}

bool beginsWith(std::string_view line, std::string_view name) {
  return line.size() >= name.size() &&
         std::equal(name.begin(), name.end(), line.begin(), [](char wanted, char c) {
           return wanted == (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
         });
}

std::size_t takeHeader(const char* data, std::size_t, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  transfer.headerBytes += count;
  if (transfer.headerBytes > largestHeader) {
    transfer.tooLarge = true;
    return 0;
  }
  const std::string_view line(data, count);
  if (beginsWith(line, "http/")) transfer.framed = transfer.headersWhole = false;
  if (beginsWith(line, "content-length:") || beginsWith(line, "transfer-encoding:"))
    transfer.framed = true;
  if (line == "\r\n" || line == "\n") transfer.headersWhole = true;
  return count;
}

void addHeader(Transfer& transfer, const std::string& line) {
  curl_slist* longer = curl_slist_append(transfer.headers.get(), line.c_str());
  if (longer == nullptr) std::abort();
  (void)transfer.headers.release();
  transfer.headers.reset(longer);
}

// Every option of every call, in one place.
void configure(Transfer& transfer, const Service& service) {
  CURL* easy = transfer.easy.get();
  const HttpRequest& request = transfer.request;
  const bool secure = service.url.rfind("https://", 0) == 0;
  const milliseconds patience = request.timeout.count() > 0 ? request.timeout : service.timeout;

  set(easy, CURLOPT_URL, (service.url + request.path).c_str());
  set(easy, CURLOPT_PROTOCOLS_STR, secure ? "https" : "http");
  set(easy, CURLOPT_FOLLOWLOCATION, 0L);
  set(easy, CURLOPT_PROXY, "");  // the environment must not lead a request elsewhere
  set(easy, CURLOPT_NOSIGNAL, 1L);
  set(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  set(easy, CURLOPT_HTTP09_ALLOWED, 0L);
  set(easy, CURLOPT_USERAGENT, "cote-a-cote");
  set(easy, CURLOPT_ERRORBUFFER, transfer.words.data());
  set(easy, CURLOPT_WRITEFUNCTION, takeBody);
  set(easy, CURLOPT_WRITEDATA, &transfer);
  set(easy, CURLOPT_HEADERFUNCTION, takeHeader);
  set(easy, CURLOPT_HEADERDATA, &transfer);
  set(easy, CURLOPT_PRIVATE, &transfer);
  set(easy, CURLOPT_TCP_KEEPALIVE, 1L);

  set(easy, CURLOPT_CONNECTTIMEOUT_MS,
      static_cast<long>(std::min(patience, longestConnect).count()));
  set(easy, CURLOPT_LOW_SPEED_LIMIT, slowestBytesPerSecond);
  set(easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>((patience.count() + 999) / 1000));
  // A part on a slow line may take long as long as it moves.
  set(easy, CURLOPT_TIMEOUT_MS,
      static_cast<long>((request.method == Method::Put ? longestUpload : patience).count()));

  if (secure) {
    set(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    set(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    set(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    // Our own authority and no other: the folder that the distribution sets is taken away.
    set(easy, CURLOPT_CAPATH, static_cast<char*>(nullptr));
    set(easy, CURLOPT_CAINFO, service.caFile.c_str());
    set(easy, CURLOPT_SSLCERT, service.certificateFile.c_str());
    set(easy, CURLOPT_SSLKEY, service.keyFile.c_str());
  }

  for (const auto& [name, value] : request.headers)
    addHeader(transfer, name + ": " + value);
  addHeader(transfer, "Accept: application/json, application/problem+json");
  addHeader(transfer, "Expect:");
  if (request.method != Method::Get) {
    if (request.body.empty()) addHeader(transfer, "Content-Type:");
    set(easy, CURLOPT_POSTFIELDS, request.body.data());
    set(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    if (request.method == Method::Put) set(easy, CURLOPT_CUSTOMREQUEST, "PUT");
  }
  set(easy, CURLOPT_HTTPHEADER, transfer.headers.get());
}

bool connected(CURL* easy, bool secure) {
  curl_off_t moment = 0;
  curl_easy_getinfo(easy, secure ? CURLINFO_APPCONNECT_TIME_T : CURLINFO_CONNECT_TIME_T, &moment);
  long fresh = 0;
  curl_easy_getinfo(easy, CURLINFO_NUM_CONNECTS, &fresh);
  return moment > 0 || fresh == 0;  // none made: a kept connection was used
}

FaultKind kindOf(CURLcode code, const Transfer& transfer, bool secure) {
  // TLS 1.3 tells a refused client certificate only with the first read: as an alert.
  const bool alert =
      std::string_view(transfer.words.data()).find("alert") != std::string_view::npos;
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
      return FaultKind::Unreachable;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
      return FaultKind::CredentialsRefused;
    case CURLE_SSL_CONNECT_ERROR:
      return alert ? FaultKind::CredentialsRefused : FaultKind::Unreachable;
    case CURLE_WRITE_ERROR:
      return transfer.tooLarge ? FaultKind::NotInContract : FaultKind::UnknownOutcome;
    default:
      break;
  }
  if (alert) return FaultKind::CredentialsRefused;
  return connected(transfer.easy.get(), secure) ? FaultKind::UnknownOutcome
                                                : FaultKind::Unreachable;
}

Result<HttpReply> resultOf(Transfer& transfer, CURLcode code, bool secure) {
  if (code != CURLE_OK) {
    return tl::unexpected(NationalFault{
        kindOf(code, transfer, secure),
        "curl " + std::to_string(static_cast<int>(code)) + ": " + curl_easy_strerror(code)});
  }
  HttpReply reply;
  long status = 0;
  curl_easy_getinfo(transfer.easy.get(), CURLINFO_RESPONSE_CODE, &status);
  // An answer that only the end of the connection ends may have been cut anywhere.
  if (!transfer.headersWhole || (!transfer.framed && status != 204)) {
    return tl::unexpected(
        NationalFault{FaultKind::UnknownOutcome, "an answer that does not say where it ends"});
  }
  reply.status = static_cast<int>(status);
  const char* contentType = nullptr;
  curl_easy_getinfo(transfer.easy.get(), CURLINFO_CONTENT_TYPE, &contentType);
  if (contentType != nullptr) reply.contentType = contentType;
  curl_off_t retryAfter = 0;
  curl_easy_getinfo(transfer.easy.get(), CURLINFO_RETRY_AFTER, &retryAfter);
  if (retryAfter > 0) reply.retryAfter = std::chrono::seconds(retryAfter);
  reply.body = std::move(transfer.body);
  return reply;
}

}  // namespace

class HttpClient::Loop {
 public:
  Loop(Service service, Executor executor)
      : m_service(std::move(service)), m_executor(std::move(executor)) {
    static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    m_multi = curl_multi_init();
    if (!ready || m_multi == nullptr) std::abort();
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, 2L);
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
  }
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;
  ~Loop() {
    m_thread.request_stop();
    curl_multi_wakeup(m_multi);
    m_thread.join();
    curl_multi_cleanup(m_multi);
  }

  void send(HttpRequest request, ReplyHandler handler) {
    {
      const std::lock_guard lock(m_mutex);
      m_inbox.emplace_back(std::move(request), std::move(handler));
    }
    curl_multi_wakeup(m_multi);
  }

 private:
  static constexpr int longestPollMilliseconds = 3'600'000;

  void run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      takeInbox();
      int running = 0;
      curl_multi_perform(m_multi, &running);
      finish(stop);
      curl_multi_poll(m_multi, nullptr, 0, longestPollMilliseconds, nullptr);
    }
    for (const auto& transfer : m_transfers)
      curl_multi_remove_handle(m_multi, transfer.easy.get());
    m_transfers.clear();
  }

  void takeInbox() {
    std::deque<std::pair<HttpRequest, ReplyHandler>> taken;
    {
      const std::lock_guard lock(m_mutex);
      taken.swap(m_inbox);
    }
    for (auto& [request, handler] : taken) {
      Transfer& transfer = m_transfers.emplace_back();
      transfer.request = std::move(request);
      transfer.handler = std::move(handler);
      transfer.easy.reset(curl_easy_init());
      if (!transfer.easy) std::abort();
      configure(transfer, m_service);
      curl_multi_add_handle(m_multi, transfer.easy.get());
    }
  }

  void finish(const std::stop_token& stop) {
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(m_multi, &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      const CURLcode code = message->data.result;
      const auto done = std::find_if(m_transfers.begin(), m_transfers.end(), [&](const auto& t) {
        return t.easy.get() == message->easy_handle;
      });
      curl_multi_remove_handle(m_multi, done->easy.get());
      auto result = resultOf(*done, code, m_service.url.rfind("https://", 0) == 0);
      auto handler = std::move(done->handler);
      m_transfers.erase(done);
      if (stop.stop_requested()) return;
      m_executor([handler = std::move(handler), result = std::move(result)]() mutable {
        handler(std::move(result));
      });
    }
  }

  Service m_service;
  Executor m_executor;
  CURLM* m_multi = nullptr;
  std::mutex m_mutex;
  std::deque<std::pair<HttpRequest, ReplyHandler>> m_inbox;  // guarded by m_mutex
  std::list<Transfer> m_transfers;                           // the network thread's own
  std::jthread m_thread;
};

HttpClient::HttpClient(Service service, Executor executor) {
  if (!addressBreach(service.url).empty()) std::abort();
  m_loop = std::make_unique<Loop>(std::move(service), std::move(executor));
}

HttpClient::~HttpClient() = default;

void HttpClient::send(HttpRequest request, ReplyHandler handler) {
  m_loop->send(std::move(request), std::move(handler));
}

}  // namespace national
