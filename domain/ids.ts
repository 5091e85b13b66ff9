/** `tr-izmir` */
export type CityId = string;
/** `tr-izmir.1` */
export type CaseId = string;
/** A random id; its workflow is `announcement/<id>/<version>`. */
export type AnnouncementId = string;
/** A person of a city or of the staff, or the system itself; a random id, the name is in the records. */
export type ActorId = string;
/** The id of an immutable record of what somebody said (words, reason, answers, file). */
export type PaperId = string;
/** SHA-256 in lower-case hexadecimal. */
export type Sha256 = string;
/** A moment in UTC, ISO 8601 with milliseconds: `2027-03-02T09:00:00.000Z`. */
export type Instant = string;
/** A calendar day, `2027-03-02`. */
export type Day = string;
/** A moment by which something is due, with the zone in which people read it. */
export type Deadline = { at: Instant; zone: string };

/** Who acts when nobody does: time itself. */
export const theSystem: ActorId = 'system';
