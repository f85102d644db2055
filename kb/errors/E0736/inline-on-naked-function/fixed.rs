use std::arch::naked_asm;

#[unsafe(naked)]
pub extern "C" fn breakpoint_target() {
    naked_asm!("ret")
}
