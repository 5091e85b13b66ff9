import type { LetterWords } from './english.ts';

export const turkish: LetterWords = {
  locale: 'tr-TR',
  version: 'Sürüm {version}',
  reference: 'Referans {reference}',
  between: 'Taraflar',
  and: 've',
  place: '{name}, {country}',
  commitments: 'Taahhütler',
  mandate: 'İmza yetkisi ve dayanağı',
  office: 'Bu mektubun tarihinde görevde bulunan: {name}, {title}.',
  mandates: {
    'council-decision':
      'İmzanın dayanağı: meclis kararı. Karar tarihi: {decidedOn}. Yürürlük tarihi: {effectiveOn}. Referansı: {reference}',
    'powers-of-the-mayor':
      'İmzanın dayanağı: makamın kendi yetkisi. İşlem tarihi: {decidedOn}. Yürürlük tarihi: {effectiveOn}. Referansı: {reference}',
    delegation:
      'İmzanın dayanağı: yetki devri. Devir tarihi: {decidedOn}. Yürürlük tarihi: {effectiveOn}. Referansı: {reference}',
  },
  signatures: 'İmzalar',
  forParty: '{party} adına',
  name: 'Ad soyad',
  title: 'Unvan',
  role: 'Görev',
  date: 'Tarih',
  signature: 'İmza',
  capacity: 'Sıfat',
  capacities: {
    'office-holder': 'makam sahibi',
    acting: 'makama vekâleten',
    delegate: 'yetki devriyle',
  },
  countersigned: 'Ağ tarafından karşı imzalanmıştır',
  secretariat: 'Sekretarya',
  signedHow: {
    electronic: 'Portalda, e-postayla gönderilen kodla imzalanmıştır',
    scan: 'Elle imzalanmıştır; sayfaları aşağıdadır',
    elsewhere: 'İmzalayanın kendi sertifikasıyla imzalanmıştır',
  },
  check: 'Bu mektubu doğrulayın',
  checkHint: 'Kodu tarayın veya şu adresi açın: {address}',
  checkPicture: 'Bu mektubun doğrulandığı sayfaya götüren kod',
  sealed: 'Bu dosya ağın elektronik mührünü taşır. Sonradan değiştirilip değiştirilmediğini PDF okuyucular gösterir.',
  evidence: 'Kanıtlar',
  signedBy: {
    electronic: 'Portalda, e-postayla gönderilen kodla imzalayan: {name}, {title}. İmza zamanı: {signedAt}.',
    scan: 'Elle imzalayan: {name}, {title}. İmza tarihi: {signedOn}. Mektubun ağa ulaştığı zaman: {signedAt}.',
    elsewhere: 'Kendi yazılımıyla imzalayan: {name}, {title}. Mektubun ağa ulaştığı zaman: {signedAt}.',
  },
  checkedBy: 'İmzalayanı, tarihi, yetkiyi ve metni ağ adına karşılaştıran: {name}.',
  fingerprint: {
    electronic: 'Okunan mektubun parmak izi (SHA-256)',
    scan: 'Gelen dosyanın parmak izi (SHA-256)',
    elsewhere: 'Gelen dosyanın parmak izi (SHA-256)',
  },
  countersignedBy: '{network} adına karşı imzalayan: {name}, {role}. Tarih: {on}.',
  page: 'Sayfa {page} / {pages}',
  zone: '{place} saati',
  cover: 'Elle imzalanmış mektup',
  coverOpening:
    'Bu mektup kalemle imzalanmıştır. Sonraki sayfalar mektubu ağa ulaştığı hâliyle gösterir; dosyanın kendisi değiştirilmeden ayrıca saklanır.',
  scanPage: 'Elle imzalanmış mektubun {pages} sayfasından {page}. sayfa',
};
