import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Tree, TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import { formatNumber } from '#shared/text/format.ts'
import { attentionClassLabel } from '#shared/text/terms.ts'
import { sbiDigits } from '../Scores/branchCode.ts'
import type { Branch } from './branchTree.ts'

export interface BranchTreeProps {
  label: string
  branches: readonly Branch[]
  selected: string
  onSelect: (branch: Branch) => void
}

/** The classification as registered companies fill it; a mark tells the class of what has a score. */
export function BranchTree({ label, branches, selected, onSelect }: BranchTreeProps) {
  const known = new Map(branches.flatMap(withAllBelow).map((branch) => [branch.code, branch]))
  const path = [...known.values()].filter((branch) => branch.code === selected || withAllBelow(branch).some(({ code }) => code === selected)).map(({ code }) => code)
  const [shown, setShown] = useState({ selected, open: new Set(path) })
  // what was opened stays open; what is selected from elsewhere comes into sight
  if (shown.selected !== selected) setShown({ selected, open: new Set([...shown.open, ...path]) })
  return (
    <Tree
      aria-label={label}
      className="branch-tree"
      expandedKeys={shown.open}
      onExpandedChange={(keys) => setShown({ selected, open: new Set([...keys].map(String)) })}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection={selected !== ''}
      selectedKeys={selected === '' ? [] : [selected]}
      onSelectionChange={(keys) => {
        if (keys === 'all') return
        const branch = known.get(String([...keys][0] ?? ''))
        if (branch && branch.level !== 'section') onSelect(branch)
      }}
    >
      {branches.map((branch) => (
        <Item key={branch.code} branch={branch} />
      ))}
    </Tree>
  )
}

function Item({ branch }: { branch: Branch }) {
  const { code, name, children, locations } = branch
  const isSection = branch.level === 'section'
  return (
    <TreeItem id={code} textValue={name} className="branch-item">
      <TreeItemContent>
        {({ level }) => (
          <div className="branch-line" style={{ paddingLeft: (level - 1) * 16 + 4 }}>
            {children.length > 0 ? (
              <AriaButton slot="chevron" className="branch-chevron">
                <ChevronRight size={14} strokeWidth={2} aria-hidden />
              </AriaButton>
            ) : (
              <span className="branch-chevron" />
            )}
            <span className="branch-code">{sbiDigits(code)}</span>
            <span className={isSection ? 'branch-name branch-section' : 'branch-name'} title={name}>
              {name}
            </span>
            <span className="branch-count">{formatNumber(locations)}</span>
            {branch.class ? (
              <i className={`class-swatch class-swatch-${branch.class}`} role="img" aria-label={attentionClassLabel[branch.class]} title={attentionClassLabel[branch.class]} />
            ) : (
              <i className="class-swatch" aria-hidden />
            )}
          </div>
        )}
      </TreeItemContent>
      {children.map((child) => (
        <Item key={child.code} branch={child} />
      ))}
    </TreeItem>
  )
}

function withAllBelow(branch: Branch): Branch[] {
  return [branch, ...branch.children.flatMap(withAllBelow)]
}
