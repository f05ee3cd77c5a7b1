/** Kinds of things and statements that official files alone bring: the graph of the seed's text has none of them. */

/** Their GraphQL types. What is tested of every kind in the seed is tested of these where files are loaded. */
export const loadedOnly: ReadonlySet<string> = new Set([
  'AddOnEdit',
  'CodeMeaning',
  'AnesthesiaBaseUnits',
  'AnesthesiaConversionFactor',
  'ContractorArea',
  'DefaultRate',
  'DiagnosisValidity',
  'DrugCrosswalkEntry',
  'DrugPaymentLimit',
  'HcpcsRecord',
  'ImagingCap',
  'LaboratoryFee',
  'ModifierMeaning',
  'ListedPlan',
  'ModifierValidity',
  'PayerModifierRule',
  'PaymentArrangement',
  'NationalDrugCode',
  'PolicyDiagnosis',
  'PolicyListing',
  'PolicyRelation',
  'PriceFile',
  'ZipLocality',
]);
