fn main() {
    let mut percent = 0;
    let show = |percent: u32| println!("{percent} % done");
    show(percent);
    percent = 50;
    show(percent);
}
