use std::fmt::Display;

fn render<T: Display>(value: &T, width: usize) -> String {
    format!("{value:>width$}")
}

pub fn render_all<T: Display>(values: &[T]) -> String {
    let cells: Vec<String> = values.iter().map(|value| render(value, 8)).collect();
    cells.join(" |")
}
