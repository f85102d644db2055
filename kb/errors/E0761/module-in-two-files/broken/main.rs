mod report;

fn main() {
    println!("{}", report::render(3));
}
