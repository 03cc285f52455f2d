// SPDX-License-Identifier: Apache-2.0
#include "agent/mqtt_client.h"

#include <mosquitto.h>
#include <mqtt_protocol.h>
#include <openssl/ssl.h>

#include <mutex>
#include <utility>

#include "agent/topics.h"
#include "crypto/crypto.h"
#include "storage/storage.h"

namespace agent {
namespace {

constexpr std::size_t largestKey = 65'536;

class Properties {
 public:
  Properties() = default;
  Properties(const Properties&) = delete;
  Properties& operator=(const Properties&) = delete;
  ~Properties() { mosquitto_property_free_all(&m_list); }
  void add(int what, std::chrono::seconds value) {
    mosquitto_property_add_int32(&m_list, what, static_cast<std::uint32_t>(value.count()));
  }
  [[nodiscard]] mosquitto_property* list() const { return m_list; }
  void release() { m_list = nullptr; }

 private:
  mosquitto_property* m_list = nullptr;
};

MqttClient::Done done(int code) {
  if (code == MOSQ_ERR_SUCCESS) return {};
  return tl::unexpected<std::string>(mosquitto_strerror(code));
}

void onConnect(mosquitto*, void* listener, int reason, int, const mosquitto_property*) {
  static_cast<MqttClient::Listener*>(listener)->onConnect(reason);
}

void onPublished(mosquitto*, void* listener, int number, int reason, const mosquitto_property*) {
  static_cast<MqttClient::Listener*>(listener)->onPublished(number, reason);
}

void onMessage(mosquitto*, void* listener, const mosquitto_message* message,
               const mosquitto_property* properties) {
  std::uint32_t left = 0;
  const bool expires = mosquitto_property_read_int32(properties, MQTT_PROP_MESSAGE_EXPIRY_INTERVAL,
                                                     &left, false) != nullptr;
  static_cast<MqttClient::Listener*>(listener)->onMessage(
      message->topic,
      {static_cast<const char*>(message->payload), static_cast<std::size_t>(message->payloadlen)},
      expires ? std::optional(left) : std::nullopt);
}

}  // namespace

void MqttClient::Free::operator()(mosquitto* client) const {
  mosquitto_destroy(client);
}

MqttClient::MqttClient(const LineSettings& settings, Listener& listener)
    : m_settings(settings), m_listener(listener) {
  static std::once_flag once;
  std::call_once(once, [] { mosquitto_lib_init(); });
}

MqttClient::~MqttClient() = default;

MqttClient::Done MqttClient::prepare() {
  const std::string mend = m_settings.key.string() + ", " + m_settings.certificate.string() +
                           " or " + m_settings.authority.string() +
                           " cannot be used: enrol this kiosk again";
  const auto key = storage::readFile(m_settings.key, largestKey);
  if (!key) return tl::unexpected(mend);
  // A name that nobody guesses: whoever connects under another's name throws them out. A digest of
  // the key is as secret as the key, and the same for each process of this kiosk.
  const std::string name =
      m_settings.kiosk + "-" +
      crypto::sha256Hex(crypto::viewOf("name on the line " + *key)).substr(0, 32);
  m_client.reset(mosquitto_new(name.c_str(), false, &m_listener));
  if (!m_client) return tl::unexpected<std::string>("out of memory");
  mosquitto* client = m_client.get();
  mosquitto_int_option(client, MOSQ_OPT_PROTOCOL_VERSION, MQTT_PROTOCOL_V5);
  mosquitto_int_option(client, MOSQ_OPT_TCP_NODELAY, 1);
  if (mosquitto_tls_set(client, m_settings.authority.c_str(), nullptr,
                        m_settings.certificate.c_str(), m_settings.key.c_str(),
                        nullptr) != MOSQ_ERR_SUCCESS ||
      mosquitto_tls_opts_set(client, SSL_VERIFY_PEER, nullptr, nullptr) != MOSQ_ERR_SUCCESS)
    return tl::unexpected(mend);
  mosquitto_connect_v5_callback_set(client, onConnect);
  mosquitto_publish_v5_callback_set(client, onPublished);
  mosquitto_message_v5_callback_set(client, onMessage);
  return setWill();
}

MqttClient::Done MqttClient::setWill() {
  Properties properties;
  properties.add(MQTT_PROP_WILL_DELAY_INTERVAL, m_settings.willDelay);
  properties.add(MQTT_PROP_MESSAGE_EXPIRY_INTERVAL, statusExpiry);
  const Text offline = toJson(KioskStatus{});
  if (!offline) return tl::unexpected(offline.error());
  const int code = mosquitto_will_set_v5(
      m_client.get(), kioskTopic(m_settings.site, m_settings.kiosk, "status").c_str(),
      static_cast<int>(offline->size()), offline->data(), 1, true, properties.list());
  if (code == MOSQ_ERR_SUCCESS) properties.release();  // the client's now
  return done(code);
}

MqttClient::Done MqttClient::connect() {
  if (auto prepared = prepare(); !prepared) return prepared;
  Properties properties;
  properties.add(MQTT_PROP_SESSION_EXPIRY_INTERVAL, m_settings.sessionExpiry);
  return done(mosquitto_connect_bind_v5(m_client.get(), m_settings.host.c_str(), m_settings.port,
                                        static_cast<int>(m_settings.keepalive.count()), nullptr,
                                        properties.list()));
}

MqttClient::Done MqttClient::subscribe(const std::string& topic) {
  return done(mosquitto_subscribe_v5(m_client.get(), nullptr, topic.c_str(), 1,
                                     MQTT_SUB_OPT_NO_LOCAL, nullptr));
}

tl::expected<int, std::string> MqttClient::publish(const std::string& topic,
                                                   const std::string& text, bool retained,
                                                   std::optional<std::chrono::seconds> expiry) {
  Properties properties;
  if (expiry) properties.add(MQTT_PROP_MESSAGE_EXPIRY_INTERVAL, *expiry);
  int number = 0;
  return done(mosquitto_publish_v5(m_client.get(), &number, topic.c_str(),
                                   static_cast<int>(text.size()), text.data(), 1, retained,
                                   properties.list()))
      .map([&] { return number; });
}

MqttClient::Done MqttClient::turn() {
  mosquitto* client = m_client.get();
  int code = mosquitto_loop(client, 0, 1);
  // One TLS record may carry several packets: no descriptor tells of those already read.
  while (code == MOSQ_ERR_SUCCESS) {
    const auto* tls = static_cast<const SSL*>(mosquitto_ssl_get(client));
    if (tls == nullptr || SSL_pending(tls) == 0) break;
    code = mosquitto_loop_read(client, 1);
  }
  return done(code);
}

int MqttClient::socket() const {
  return mosquitto_socket(m_client.get());
}

bool MqttClient::wantsToWrite() const {
  return mosquitto_want_write(m_client.get());
}

}  // namespace agent
