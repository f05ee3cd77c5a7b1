/** Kinds of statement that official files alone bring: the graph of the seed's text has none of them. */

/** Their GraphQL types, and those of things that such files alone bring. What is tested of every kind in the seed is tested of these where files are loaded. */
export const loadedOnly: ReadonlySet<string> = new Set([
  'AddOnEdit',
  'ContractorArea',
  'DiagnosisValidity',
  'HcpcsRecord',
  'ImagingCap',
  'LaboratoryFee',
  'LocalityCounty',
  'ModifierValidity',
  'PolicyDiagnosis',
  'PolicyListing',
  'PolicyRelation',
  'PriceFile',
  'ProviderTaxonomy',
  'ProviderTaxonomyValidity',
  'UnlistedCode',
  'ZipLocality',
]);
