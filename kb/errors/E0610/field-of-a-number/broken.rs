pub struct Screen {
    pub width: u32,
    pub height: u32,
}

pub fn columns(screen: &Screen, cell: u32) -> u32 {
    let width = screen.width;
    width.value / cell
}
