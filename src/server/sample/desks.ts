/** Desks of the commune that hold a publishing key, and the cell that their clerk belongs to. */
export const desks = [
  { title: "Văn phòng Đảng ủy", cell: "Chi bộ Văn phòng Đảng ủy" },
  { title: "Ban Xây dựng Đảng", cell: "Chi bộ Ban Xây dựng Đảng" },
  { title: "Ủy ban Kiểm tra Đảng ủy", cell: "Chi bộ Cơ quan Ủy ban Kiểm tra Đảng ủy" },
  { title: "Văn phòng HĐND và UBND xã", cell: "Chi bộ Văn phòng HĐND và UBND" },
] as const;

export type DeskTitle = (typeof desks)[number]["title"];
