import { officialDay } from "../../i18n/date";

const bodies = /^(?:đảng bộ|đảng ủy|đảng uỷ)\s+/iu;
const units = /^(?:xã|phường|thị trấn|đặc khu|thị xã|quận|huyện|thành phố|tỉnh)\s+/iu;

const tidy = (name: string) => name.normalize("NFC").replace(/\s+/g, " ").trim();

/**
 * The place that stands before the day: `Lạc Sơn`, from `Đảng bộ xã Lạc Sơn`. A unit that has a number for a name keeps its
 * word (`Phường 5`). Empty where the name tells no place.
 */
export const placeName = (communeName: string): string => {
  const unit = tidy(communeName).replace(bodies, "");
  const name = unit.replace(units, "");
  return (/^\d/.test(name) ? unit : name).replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase("vi"));
};

/** `Lạc Sơn, ngày 05 tháng 02 năm 2026`; without a place the day alone. */
export const placeAndDay = (communeName: string, day: string): string => {
  const place = placeName(communeName);
  return place ? `${place}, ${officialDay(day)}` : officialDay(day).replace(/^n/, "N");
};

/** The committee of a Party organisation: `Đảng ủy xã Lạc Sơn`, from `Đảng bộ xã Lạc Sơn`. */
export const committeeName = (communeName: string): string =>
  tidy(communeName).replace(/^đảng (?:bộ|uỷ)(?=\s|$)/iu, "Đảng ủy");
