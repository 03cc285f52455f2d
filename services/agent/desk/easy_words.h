// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace desk {

// Everyday French words without an accent, so that every keyboard has their letters; 256 of them,
// so that a word is worth eight bits.
inline constexpr std::array<std::string_view, 256> easyWords{
    "amande",  "ambre",   "animal",  "appel",   "arbre",    "argile",  "armoire", "atlas",
    "avion",   "avril",   "bague",   "balai",   "balle",    "banane",  "barque",  "bateau",
    "bazar",   "berge",   "bijou",   "bille",   "biscuit",  "bisou",   "blanc",   "bocal",
    "bonnet",  "botte",   "bouche",  "boule",   "brique",   "brise",   "bulle",   "bureau",
    "cabane",  "cacao",   "cadeau",  "cadre",   "cahier",   "calme",   "camion",  "canal",
    "canard",  "carafe",  "carotte", "carte",   "cerise",   "chaise",  "chanson", "chapeau",
    "chaud",   "chemin",  "cheval",  "chien",   "ciel",     "cigale",  "cinq",    "citron",
    "clef",    "cloche",  "clou",    "coeur",   "colline",  "conte",   "copain",  "corde",
    "coton",   "coude",   "cour",    "cousin",  "crabe",    "craie",   "cube",    "cuivre",
    "dame",    "danse",   "dauphin", "demain",  "dent",     "dessin",  "douze",   "drap",
    "droit",   "encre",   "face",    "farine",  "fauteuil", "femme",   "feuille", "figue",
    "fille",   "fleur",   "foin",    "forge",   "four",     "frais",   "fraise",  "fruit",
    "galet",   "gant",    "gare",    "genou",   "girafe",   "glace",   "gomme",   "gorge",
    "grain",   "grand",   "grue",    "guide",   "habit",    "haie",    "hamac",   "herbe",
    "hibou",   "hiver",   "homme",   "huile",   "huit",     "image",   "jambe",   "jardin",
    "jaune",   "joue",    "jour",    "juin",    "jupe",     "kayak",   "kiwi",    "laine",
    "lait",    "lampe",   "lapin",   "laurier", "lettre",   "lever",   "lilas",   "lion",
    "livre",   "loup",    "lune",    "lutin",   "main",     "maison",  "malle",   "mangue",
    "manteau", "marche",  "matin",   "melon",   "menthe",   "merle",   "midi",    "miel",
    "mimosa",  "miroir",  "mois",    "moto",    "mouette",  "moulin",  "muguet",  "nacre",
    "nage",    "navire",  "neige",   "neuf",    "niche",    "noir",    "noix",    "nord",
    "nuage",   "nuit",    "oeuf",    "olive",   "ombre",    "onze",    "orange",  "orgue",
    "orme",    "ours",    "page",    "pain",    "palme",    "panier",  "papier",  "parc",
    "patte",   "pays",    "peau",    "perle",   "petit",    "phare",   "piano",   "pied",
    "pluie",   "poire",   "pomme",   "pont",    "port",     "poule",   "prune",   "puits",
    "quai",    "quatre",  "quille",  "radis",   "raisin",   "rame",    "renard",  "rive",
    "robe",    "roche",   "rose",    "roue",    "route",    "ruban",   "sable",   "sapin",
    "saule",   "savon",   "seize",   "sept",    "singe",    "sirop",   "soir",    "soleil",
    "sucre",   "table",   "talus",   "tambour", "tapis",    "tarte",   "tasse",   "terre",
    "tigre",   "tilleul", "toit",    "tortue",  "tour",     "train",   "treize",  "trois",
    "tulipe",  "usine",   "vache",   "vague",   "vallon",   "velours", "vent",    "vert",
    "veste",   "vigne",   "ville",   "violon",  "voile",    "voisin",  "volet",   "yeux"};

}  // namespace desk
