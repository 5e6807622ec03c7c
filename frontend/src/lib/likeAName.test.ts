import { expect, test } from "vitest";
import { likeAName } from "./likeAName";

test.each([
  ["She came with Amina last week", "Amina"],
  ["Le petit s'appelle Yusuf", "Yusuf"],
  ["la maman, Senait, préfère le matin", "Senait"],
  ["Please ask for Mme Haile", "Haile"],
  ["الطفلة اسمها ليلى", "ليلى"],
  ["نامش فرشته است", "فرشته"],
  ["እቲ ወዲ ስሙ ዮናስ እዩ", "ዮናስ"],
])("%s holds what looks like a name", (text, name) => {
  expect(likeAName(text)).toBe(name);
});

test.each([
  "",
  "Twelve women and their children. The youngest are two.",
  "We meet on Friday in Calais, mostly Sudanese and Eritrean women, with Lego and paints.",
  "Le vendredi à Calais, avec des Érythréens et des Soudanais",
  "OK, room B204. At 10:30 we begin",
  "The gate is on the left, by the Hôtel de Ville",
  "نلتقي يوم الجمعة في المركز",
])("%s holds none", (text) => {
  expect(likeAName(text)).toBeUndefined();
});
