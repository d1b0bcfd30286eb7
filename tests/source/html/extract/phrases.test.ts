import { describe, expect, test } from 'vitest';
import * as all from '../../../../src/source/html/extract/phrases.ts';

const phrases = { ...all };

const table: Record<keyof typeof phrases, { readonly is: readonly string[]; readonly isNot: readonly string[] }> = {
  isAdvertisingLabel: {
    is: [
      'Advertisement',
      'PUBLICITÉ',
      'Continue reading below',
      'Story continues below advertisement',
      'Artikel wird nach der Werbung fortgesetzt',
      'Contenido patrocinado',
      'Pubblicità',
      'Publicidade',
      'Materiał sponsorowany',
      'Advertentie',
    ],
    isNot: ['Advertisements that work', 'Ad hoc', 'Werbung wirkt', 'Publicidad y verdad', 'Annonce faite à Marie'],
  },
  isControlLabel: {
    is: ['Image 1 of 23', 'Share', '12 comments', 'Skip to main content', 'Commentaires (3)', '[Close]', 'Drucken'],
    isNot: ['Comment', 'Comment faire', 'Share prices fell', 'The next step', 'Printing in colour', 'Closely watched'],
  },
  isCreditLine: {
    is: [
      'Photo credit: Jane Roe',
      '(Image: © A lab)',
      'A lake at dawn (AP Photo/Jane Roe)',
      'Crédit photo : Nobody',
      '© Jane Roe',
    ],
    isNot: ['Image: the name of the container', 'Then pull the official image: kitchen', 'Video: set this to no.'],
  },
  isLegalNotice: {
    is: ['Copyright 2024 The Paper. All rights reserved.', '© 2024', 'Tous droits réservés', '(c) 2024 The Paper'],
    isNot: ['Copyrights end after seventy years.', 'All rights of way', '(c) the third step'],
  },
  isCaptionLine: {
    is: [
      'Photo: Jane Roe/Agency',
      'Image credit: Nobody',
      '(Image: © A lab)',
      'A lake at dawn (AP Photo/Jane Roe)',
      'The square | Getty Images',
      'Crédit photo : Nobody',
      '© Jane Roe',
    ],
    isNot: [
      'Photos of the lake were shown to all who came.',
      'The patient file (ePA)',
      'An image says more than words.',
      'He gave credit to the team for what it did.',
      'Images taken at night are sharper',
    ],
  },
  isSentenceLine: {
    is: ['The mill stopped turning.', 'She said: “It stands still.”', 'Le moulin s’est arrêté…'],
    isNot: ['The mill stopped.', 'The mill that stopped turning', 'Read more about the mill:'],
  },
  isMetaLine: {
    is: [
      'By Jane Roe',
      'Published 3 May 2024',
      'Updated 1:39 am EST, Wednesday, November 20, 2019',
      'Publié le 14 mars 2025 à 6 h 30',
      '4 min read',
      'Par Jeanne Roe',
      'March 3, 2024',
      '2024-03-03',
      'Temps de lecture : 4 min',
    ],
    isNot: [
      'By noon the square was full.',
      'Par exemple, une rivière',
      'In May 2024, the mill was sold. Nobody had seen it coming.',
      'The river was slow',
    ],
  },
  isRelatedLabel: {
    is: [
      'Read also: Another story',
      'Lire aussi : Une autre histoire',
      'RELATED: More',
      'See also',
      'À lire aussi',
      'Siehe auch: Noch etwas',
      "Don't miss...",
      'READ MORE: x',
    ],
    isNot: [
      'Related work has shown that',
      'Read also what was written before',
      'Seen from afar',
      'Lire aussi longtemps fatigue',
      'More than ever',
      'Watch the river',
    ],
  },
  isCallToAction: {
    is: [
      'Follow us on a network',
      'Sign up for our newsletter',
      'Subscribe to the magazine',
      'Inscrivez-vous à notre lettre',
      'Suivez-nous',
      'Have a tip? Write to us',
    ],
    isNot: [
      'Following the river',
      'Signs of spring',
      'Supporters were few',
      'Liked by all',
      'Joinery is an art',
      'Contacté, le ministère renvoie',
    ],
  },
  isEndMatterHeading: {
    is: [
      'Related articles',
      'About the author',
      'Comments',
      'You may also like',
      'Sur le même sujet',
      'À lire aussi',
      'Leave a reply',
      'More great stories',
      'Commentaires (2)',
    ],
    isNot: ['Comment on efface un seuil', 'Comments on the method', 'About the river', 'Related work', 'Tagging'],
  },
  isClosingLabel: {
    is: ['About the author', '3 comments', 'Related posts'],
    isNot: ['Don’t miss', 'See also', 'About the river'],
  },
  isAuthorNote: {
    is: ['Jane Roe is a freelance writer living by a river.', 'Jeanne Roe est journaliste au service eau.'],
    isNot: ['Jane Roe is tired.', 'The mill is a ruin.', 'Rivers are a writer of landscapes.'],
  },
  isCookieNotice: {
    is: ['This website uses cookies to improve', 'Nous utilisons des cookies'],
    isNot: ['We bake cookies', 'This website is slow'],
  },
  isContentsLabel: {
    is: ['On this page', 'Table of contents', 'Sommaire'],
    isNot: ['Contentment', 'Planning a visit to the river and its mill'],
  },
};

describe.each(Object.entries(table))('%s', (name, { is, isNot }) => {
  const matches = phrases[name as keyof typeof phrases];
  test.each(is)('%s', (line) => expect(matches(line)).toBe(true));
  test.each(isNot)('not: %s', (line) => expect(matches(line)).toBe(false));
});
