pub struct Grid<T> {
    pub cells: Vec<T>,
    pub width: usize,
}

pub fn blank<T: Default>(width: usize, height: usize) -> Grid<T> {
    Grid {
        cells: vec![T::default(); width * height],
        width,
    }
}
