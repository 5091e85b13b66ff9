import type { Onboarding } from '../../domain/onboarding/state.ts';
import type { NewRow } from '../../records/schema.ts';

/** The row of an invented town's case, as it is noted before its workflow begins. */
export function caseRow(city: Onboarding, changes: Partial<NewRow<'cases'>> = {}): NewRow<'cases'> {
  return {
    id: city.case,
    city: city.city,
    number: 1,
    country: city.country,
    zone: 'Europe/Istanbul',
    name: 'Çamlıova',
    legal_name: 'Çamlıova Belediyesi',
    folded_name: 'camliova',
    web_domain: 'camliova.example',
    geo_id: null,
    reference: `CAM-${city.case}`,
    form_id: `form of ${city.case}`,
    version: 0,
    stage: 'review',
    waits_for: 'staff',
    due: null,
    overdue: 0,
    accepted_city: null,
    view: JSON.stringify(city),
    applied_at: '2027-02-18T08:00:00.000Z',
    ...changes,
  };
}
