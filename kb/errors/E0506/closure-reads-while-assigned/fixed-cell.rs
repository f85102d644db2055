use std::cell::Cell;

fn main() {
    let percent = Cell::new(0);
    let show = || println!("{} % done", percent.get());
    show();
    percent.set(50);
    show();
}
