fn main() {
    let mut percent = 0;
    let show = || println!("{percent} % done");
    show();
    percent = 50;
    show();
}
