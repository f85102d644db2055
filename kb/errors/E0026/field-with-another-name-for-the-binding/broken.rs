pub struct Margins {
    pub left: u32,
    pub right: u32,
}

pub fn width(margins: &Margins, page: u32) -> u32 {
    let Margins { x, y } = margins;
    page - x - y
}
