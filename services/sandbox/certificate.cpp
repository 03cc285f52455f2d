// SPDX-License-Identifier: Apache-2.0
#include "certificate.h"

#include <array>
#include <cstdio>
#include <vector>

#include <nlohmann/json.hpp>

namespace sandbox {

namespace {

using nlohmann::json;

// The fonts that every PDF reader has know Latin-1; what is not in it becomes a question mark.
std::string latin1(const std::string& text) {
  std::string letters;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      letters += text[i];
    } else if ((byte == 0xC2 || byte == 0xC3) && i + 1 < text.size()) {
      const auto next = static_cast<unsigned char>(text[++i]);
      letters += static_cast<char>(((byte & 0x03) << 6) | (next & 0x3F));
    } else if ((byte & 0xC0) != 0x80) {
      letters += '?';
    }
  }
  return letters;
}

std::string pdfText(const std::string& text) {
  std::string escaped;
  for (const char letter : latin1(text)) {
    if (letter == '(' || letter == ')' || letter == '\\') escaped += '\\';
    escaped += letter;
  }
  return escaped;
}

std::string textIn(const json& request, const char* pointer) {
  const auto value = request.value(json::json_pointer(pointer), json());
  return value.is_string() ? value.get<std::string>() : std::string();
}

std::string frenchDay(Day day) {
  const auto iso = dayText(day);
  return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

std::string page(const std::vector<std::string>& lines) {
  std::string content = "BT\n/F1 20 Tf\n56 760 Td\n(" + pdfText(lines.front()) + ") Tj\n";
  content += "/F1 14 Tf\n0 -40 Td\n22 TL\n";
  for (std::size_t i = 1; i < lines.size(); ++i)
    content += "(" + pdfText(lines[i]) + ") Tj T*\n";
  return content + "ET\n";
}

std::string document(const std::string& content) {
  const std::array<std::string, 5> objects{
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
      " /Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "endstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"};
  std::string pdf = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
  std::string table = "xref\n0 6\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    std::array<char, 32> entry{};
    std::snprintf(entry.data(), entry.size(), "%010zu 00000 n \n", pdf.size());
    table += entry.data();
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const auto start = std::to_string(pdf.size());
  return pdf + table + "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

}  // namespace

std::string provisionalCertificatePdf(const std::string& reference, const json& request,
                                      Day issued) {
  const auto surname = textIn(request, "/holder/usedSurname").empty()
                           ? textIn(request, "/holder/birthSurname")
                           : textIn(request, "/holder/usedSurname");
  return document(page({
      "Certificat provisoire d'immatriculation",
      "SPÉCIMEN INVENTÉ : ce papier ne vaut rien sur la route.",
      "",
      "Numéro de dossier : " + reference,
      "A   Numéro d'immatriculation : " + textIn(request, "/vehicle/registrationNumber"),
      "B   Première immatriculation : " + textIn(request, "/vehicle/firstRegistrationDate"),
      "C.1 Titulaire : " + surname + " " + textIn(request, "/holder/givenNames"),
      "C.3 Domicile : " + textIn(request, "/holder/address/number") + " " +
          textIn(request, "/holder/address/street"),
      "      " + textIn(request, "/holder/address/postcode") + " " +
          textIn(request, "/holder/address/town"),
      "",
      "Délivré le " + frenchDay(issued) + ", valable jusqu'au " + frenchDay(addMonths(issued, 1)),
      "En France seulement.",
  }));
}

}  // namespace sandbox
