pub struct Layout;

impl Layout {
    pub const START: usize = 16;
    pub const END: usize = Layout::START + Layout::SIZE;
    pub const SIZE: usize = 4 * size_of::<u64>();
}
