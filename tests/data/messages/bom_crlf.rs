fn main() {
    let count: u32 = "🦀";
	let held: HashMap<u8, u8>;
    // café
	let unused = 1;
}
