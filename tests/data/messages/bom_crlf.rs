// café
fn main() {
    let count: u32 = "🦀";
	let unused = 1;
}
