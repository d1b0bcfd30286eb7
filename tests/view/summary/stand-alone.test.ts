import { expect, test } from 'vitest';
import { namesDescribed, standsAlone } from '../../../src/view/summary/stand-alone.ts';

test.each([
  ['fr', 'Cela montre bien la force du groupe.'],
  ['fr', 'Il a signé un accord avec la ville.'],
  ['fr', '« Il faut attendre la fin de l’année », dit-on.'],
  ['fr', 'C’est une décision que personne n’attendait.'],
  ['fr', 'Cette décision a surpris tout le monde.'],
  ['fr', 'S’ils aboutissaient, le prix serait plus bas.'],
  ['fr', 'Selon lui, rien ne changera avant l’été.'],
  ['fr', 'Pourtant, le prix du pain augmente encore.'],
  ['en', 'However, the price of bread is still rising.'],
  ['en', 'This shows how strong the group has become.'],
  ['en', 'It’s a decision that nobody had expected.'],
  ['en', 'If they win, the price of bread will fall.'],
  ['de', 'Sie rechnet mit einem Fünftel weniger Verkehr.'],
  ['de', 'Diese Entscheidung hat alle überrascht.'],
  ['es', 'Sin embargo, el precio sube cada semana.'],
  ['ja', 'しかし、この町にはまだ多くの課題が残っている。'],
  ['zh', '他们认为这座城市的未来取决于水资源的管理。'],
  ['ar', 'لكن المزارعين يخشون أن ترتفع أسعار المياه.'],
  ['ru', 'Однако цены на хлеб продолжают расти.'],
  ['en', 'The second of these is longer than the first.'],
  ['en', 'All those that were built since are of concrete.'],
  ['en', 'Both are open on Sundays and on holidays.'],
  ['en', 'Another has been built beside the harbour.'],
  ['en', 'All other towns are smaller than the harbour.'],
  ['de', 'Weitere Städte öffnen ihren Markt am Samstag.'],
  ['de', 'Beide sind auch an Feiertagen geöffnet.'],
  ['fr', 'Les deux sont ouverts le dimanche matin.'],
  ['es', 'Ambos abren los domingos por la mañana.'],
  ['it', 'Entrambi sono aperti la domenica mattina.'],
  ['pt', 'Ambos abrem aos domingos de manhã cedo.'],
  ['en', 'What follows is a list of all the towns:'],
  ['en', 'No full stop at the end of this one'],
  ['en', 'Too short.'],
])('%s points back: %s', (language, text) => {
  expect(standsAlone(text, language)).toBe(false);
});

test.each([
  ['fr', 'Cette semaine, la ville rouvre son marché.'],
  ['fr', 'Ilan Halimi ouvre une école à Saint-Denis.'],
  ['fr', 'Cet article décrit la vie du marché.'],
  ['fr', 'Le marché ouvre samedi, après onze ans.'],
  ['en', 'This week the town opens its market again.'],
  ['en', 'In this paper we describe a market town.'],
  ['en', 'Italy opens its market to the world again.'],
  ['en', 'This package reads the tables of the harbour.'],
  ['en', 'This small library reads tables of harbours.'],
  ['en', 'One of the oldest harbours is being closed.'],
  ['ko', '정렬 알고리즘을 모두 외울 필요는 없습니다.'],
  ['hy', 'Թեյը խմում են աշխարհի շատ երկրներում։'],
  ['en', 'Butter is more expensive than ever before.'],
  ['de', 'Die Stadt eröffnet den Markt am Samstag.'],
  ['ja', '北の港町で、百年前の灯台が図書館に生まれ変わった。'],
  ['xx', 'Whatever is said in a language without a list.'],
  [undefined, 'However, nobody knows the language of this.'],
])('%s stands alone: %s', (language, text) => {
  expect(standsAlone(text, language)).toBe(true);
});

test.each([
  ['en', 'These functions return the nearest integer.', true],
  ['en', 'This system call is deprecated.', true],
  ['de', 'Diese Funktionen runden zur nächsten ganzen Zahl.', true],
  ['fr', 'Cette commande affiche les fichiers.', true],
  ['en', 'This woman had called them twice.', false],
  ['en', 'This is a function for integers.', false],
  ['en', 'They return the nearest integer.', false],
  ['xx', 'These functions return the nearest integer.', false],
])('%s says what is described: %s', (language, text, expected) => {
  expect(namesDescribed(text, language)).toBe(expected);
});
