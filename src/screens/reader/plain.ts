/** Lower case without diacritics, so that "dang uy" finds "Đảng ủy" wherever its tone mark stands. */
export const plain = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll(/[đĐ]/g, "d").toLowerCase();
